package io.adskull.notifier.patience;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One mute of a tenant.
@Entity
@Table(name = "mute")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class MuteRow {
    @Id
    private UUID id;

    private String tenant;
    private @Nullable String account;

    @Enumerated(EnumType.STRING)
    private @Nullable Cause cause;

    private @Nullable String platform;
    private @Nullable Instant until;
    private @Nullable String why;

    @Column(name = "created_at")
    private Instant createdAt;

    protected MuteRow() {}

    MuteRow(String tenant, Mute mute, Optional<String> why, Instant now) {
        this.id = mute.id();
        this.tenant = tenant;
        this.account = mute.account().map(AccountKey::toString).orElse(null);
        this.cause = mute.cause().orElse(null);
        this.platform = mute.platform().map(Platform::id).orElse(null);
        this.until = mute.until().orElse(null);
        this.why = why.orElse(null);
        this.createdAt = now;
    }

    Mute mute() {
        return new Mute(
                id,
                Optional.ofNullable(account).map(AccountKey::parse),
                Optional.ofNullable(cause),
                Optional.ofNullable(platform).map(Platform::of),
                Optional.ofNullable(until));
    }

    String tenant() {
        return tenant;
    }

    Optional<String> why() {
        return Optional.ofNullable(why);
    }

    Instant createdAt() {
        return createdAt;
    }
}
