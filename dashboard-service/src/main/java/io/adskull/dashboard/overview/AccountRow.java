package io.adskull.dashboard.overview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// Hibernate fills it; written only by the projection.
@Entity
@Immutable
@Table(name = "account")
@NullUnmarked
class AccountRow {
    @Id
    @Column(name = "account_key")
    String key;

    @TenantId
    String tenant;

    String platform;

    String name;

    /// What a search looks at.
    String words;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    Health health;

    @Column(name = "business_name")
    String businessName;

    String kind;

    @Column(name = "connection_id")
    UUID connectionId;

    @Column(name = "connected_at")
    Instant connectedAt;

    @Column(name = "disconnected_at")
    Instant disconnectedAt;
}
