package io.adskull.token.refresh;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.account.StoredTokens;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.vault.TokenVault;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/// Makes of a platform's tokens what is stored: sealed, with the time of their next refresh and of their end.
@Singleton
public class SealTokens {
    /// How the moment of the next refresh is found.
    public enum Pace {
        /// Others came at the same time: at any moment of the useful life.
        SPREAD,
        /// The connection keeps its own time.
        STEADY
    }

    private final TokenVault vault;
    private final RefreshSchedule schedule;

    SealTokens(TokenVault vault, RefreshSettings settings) {
        this.vault = vault;
        this.schedule = RefreshSchedule.of(settings);
    }

    /// @param askedAt when the platform was asked, so that the time of the call is not counted as lifetime
    /// @param endBefore of the consent that these tokens go on with; empty when it has none, and for a new consent
    public StoredTokens seal(
            ConnectionId connection,
            TokenSystem system,
            IssuedTokens issued,
            Instant askedAt,
            Pace pace,
            Optional<Instant> endBefore) {
        boolean renewable = issued.tokens().refresh().isPresent();
        DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
        Optional<Instant> refreshAt = issued.lifetime()
                .filter(lifetime -> renewable)
                .map(lifetime -> pace == Pace.SPREAD
                        ? schedule.spread(askedAt, lifetime, system.wishedLead(), chance)
                        : schedule.steady(askedAt, lifetime, system.wishedLead(), chance));
        Optional<Instant> expiresAt = issued.lifetime().map(askedAt::plus);
        // What nothing renews ends with its access token.
        Optional<Instant> grantEndsAt = Stream.concat(
                        issued.grantEnd().at(askedAt, endBefore).stream(), expiresAt.filter(end -> !renewable).stream())
                .min(Instant::compareTo);
        return new StoredTokens(vault.seal(connection, issued.tokens()), askedAt, expiresAt, refreshAt, grantEndsAt);
    }
}
