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

/// An account as its connection reaches it. Hibernate fills it; written only by the projection.
@Entity
@Immutable
@Table(name = "account")
@NullUnmarked
class ReachedAccountRow {
    @Id
    @Column(name = "account_key")
    String key;

    @TenantId
    String tenant;

    String name;

    @Column(name = "business_name")
    String businessName;

    String platform;

    String kind;

    @Column(name = "connection_id")
    UUID connection;

    @Column(name = "granted_scopes")
    String[] grantedScopes;

    @Column(name = "connected_at")
    Instant connectedAt;

    @Column(name = "disconnected_at")
    Instant disconnectedAt;
}
