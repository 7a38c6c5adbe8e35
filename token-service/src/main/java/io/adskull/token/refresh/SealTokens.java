package io.adskull.token.refresh;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.account.StoredTokens;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.vault.Vault;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Makes of a platform's tokens what is stored: sealed, with the time of their next refresh.
@Singleton
public class SealTokens {
    private final Vault vault;
    private final RefreshSchedule schedule;

    SealTokens(Vault vault, RefreshSettings settings) {
        this.vault = vault;
        this.schedule = RefreshSchedule.of(settings);
    }

    /// @param askedAt when the platform was asked, so that the time of the call is not counted as lifetime
    public StoredTokens seal(ConnectionId connection, IssuedTokens issued, Instant askedAt) {
        Optional<Instant> refreshAt = issued.lifetime()
                .filter(lifetime -> issued.tokens().refresh().isPresent())
                .map(lifetime -> schedule.refreshAt(
                        askedAt, lifetime, ThreadLocalRandom.current().nextDouble()));
        return new StoredTokens(
                vault.seal(connection, issued.tokens()),
                askedAt,
                issued.lifetime().map(askedAt::plus),
                refreshAt);
    }
}
