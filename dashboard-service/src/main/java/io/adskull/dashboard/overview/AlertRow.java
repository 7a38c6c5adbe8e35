package io.adskull.dashboard.overview;

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
@Table(name = "alert")
@NullUnmarked
class AlertRow {
    @Id
    @Column(name = "delivery_id")
    String deliveryId;

    @TenantId
    String tenant;

    @Column(name = "incident_id")
    UUID incident;

    String transition;
    String channel;
    String recipient;
    String outcome;
    String reason;

    @Column(name = "event_at")
    Instant at;
}
