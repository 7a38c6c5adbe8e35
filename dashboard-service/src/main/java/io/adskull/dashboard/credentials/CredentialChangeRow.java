package io.adskull.dashboard.credentials;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// Hibernate fills it; written only by the projection.
@Entity
@Immutable
@Table(name = "credential_change")
@NullUnmarked
class CredentialChangeRow {
    @Id
    @Column(name = "event_id")
    String eventId;

    @TenantId
    String tenant;

    @Column(name = "connection_id")
    UUID connection;

    String change;

    String reason;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "event_at")
    Instant at;
}
