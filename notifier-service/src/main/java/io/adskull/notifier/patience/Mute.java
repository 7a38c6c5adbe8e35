package io.adskull.notifier.patience;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What nobody is told of for a while. Pure. What is empty fits all.
///
/// @param until empty until somebody ends it
public record Mute(
        UUID id,
        Optional<AccountKey> account,
        Optional<Cause> cause,
        Optional<Platform> platform,
        Optional<Instant> until) {
    /// Later than anything happens, and a time that PostgreSQL stores.
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    public boolean fits(Incident incident) {
        return account.filter(muted -> !muted.equals(incident.account())).isEmpty()
                && cause.filter(muted -> muted != incident.cause()).isEmpty()
                && platform.filter(muted -> muted != incident.account().platform())
                        .isEmpty();
    }

    /// When what it keeps is told, if it still goes on then.
    public Instant end() {
        return until.orElse(NEVER);
    }
}
