package io.adskull.dashboard.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// Hibernate fills it; written only by the projection.
@Entity
@Immutable
@Table(name = "account_watch")
@NullUnmarked
class WatchRow {
    @Id
    @Column(name = "account_key")
    String account;

    @TenantId
    String tenant;

    /// When it was connected first; a new consent does not begin it anew.
    Instant since;
}
