package io.adskull.dashboard.connections;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// The newest that was heard of a connection. Hibernate fills it; written only by the projection.
@Entity
@Immutable
@Table(name = "connection")
@NullUnmarked
class KnownConnectionRow {
    @Id
    @Column(name = "connection_id")
    UUID id;

    @TenantId
    String tenant;

    String platform;

    String name;

    @Column(name = "asked_by")
    String askedBy;

    String change;

    String reason;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(name = "event_at")
    Instant at;
}
