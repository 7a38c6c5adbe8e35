package io.adskull.token.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One Kafka record that waits for its publication.
@Entity
@Table(name = "outbox")
class OutboxRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long position;

    private String topic;

    @Column(name = "record_key")
    private String key;

    private String headers;

    private byte @Nullable [] value;

    @Column(name = "written_at")
    private Instant writtenAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected OutboxRecord() {}

    OutboxRecord(String topic, String key, String headers, Optional<byte[]> value, Instant writtenAt) {
        this.topic = topic;
        this.key = key;
        this.headers = headers;
        this.value = value.orElse(null);
        this.writtenAt = writtenAt;
    }

    String topic() {
        return topic;
    }

    String key() {
        return key;
    }

    String headers() {
        return headers;
    }

    byte @Nullable [] value() {
        return value;
    }
}
