package io.adskull.token.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// Whose a connection was that ended lately.
@Entity
@Table(name = "ended_connection")
class EndedConnection {
    @Id
    @Column(name = "connection_id")
    private UUID connectionId;

    private String identity;

    @Column(name = "ended_at")
    private Instant endedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected EndedConnection() {}

    EndedConnection(Connection connection, Instant endedAt) {
        this.connectionId = connection.id().value();
        this.identity = connection.identity();
        this.endedAt = endedAt;
    }

    String identity() {
        return identity;
    }
}
