package io.adskull.dashboard.overview;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;
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
@Table(name = "incident")
@NullUnmarked
class IncidentRow {
    @Id
    @Column(name = "incident_id")
    UUID id;

    @TenantId
    String tenant;

    @Column(name = "account_key")
    String account;

    @Enumerated(EnumType.STRING)
    Resource resource;

    @Enumerated(EnumType.STRING)
    Cause cause;

    @Enumerated(EnumType.STRING)
    Actor actor;

    @Enumerated(EnumType.STRING)
    Severity severity;

    @Column(name = "automatic_action")
    @Enumerated(EnumType.STRING)
    AutomaticAction automaticAction;

    /// What it makes of its account.
    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    Health health;

    @Enumerated(EnumType.STRING)
    IncidentState state;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "resolved_at")
    Instant resolvedAt;

    @Column(name = "resolved_because")
    String resolvedBecause;

    /// What a search looks at.
    String words;

    /// The incident as its newest event told it, in JSON.
    String document;
}
