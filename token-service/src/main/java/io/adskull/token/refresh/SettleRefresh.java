package io.adskull.token.refresh;

import io.adskull.token.account.AccountEvents;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.CredentialEvents;
import io.adskull.token.platform.RefreshOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

/// Writes down what a refresh brought: new tokens first, in the same transaction as the event that tells of them.
///
/// A rotated refresh token exists nowhere else at that moment, so a database that is away is asked again for
/// minutes. What remains: this process dies between the platform's answer and the commit. The old refresh token
/// is then shown again; a platform that takes it heals the connection, another one makes it RECONNECT_REQUIRED.
@ApplicationScoped
class SettleRefresh {
    private static final Logger LOG = Logger.getLogger(SettleRefresh.class);

    /// What became of the outcome.
    enum Settled {
        STORED,
        /// The connection has newer tokens.
        TOO_LATE,
        /// There is no such connection any more.
        DISCONNECTED
    }

    private final Connections connections;
    private final SealTokens seal;
    private final CredentialEvents credentials;
    private final AccountEvents accounts;
    private final Backoff backoff;
    private final Clock clock;
    private final MeterRegistry meters;

    SettleRefresh(
            Connections connections,
            SealTokens seal,
            CredentialEvents credentials,
            AccountEvents accounts,
            RefreshSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.connections = connections;
        this.seal = seal;
        this.credentials = credentials;
        this.accounts = accounts;
        this.backoff = Backoff.of(settings);
        this.clock = clock;
        this.meters = meters;
    }

    @Retry(maxRetries = 60, delay = 200, maxDuration = 10, durationUnit = ChronoUnit.MINUTES, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    Settled settle(RefreshClaim claim, RefreshOutcome outcome, Instant askedAt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Connection> found = connections.findLocked(claim.connection());
            if (found.isEmpty()) {
                return Settled.DISCONNECTED;
            }
            if (found.get().generation() != claim.generation()) {
                LOG.infof("connection %s got newer tokens while it was refreshed", claim.connection());
                return Settled.TOO_LATE;
            }
            write(found.get(), outcome, askedAt);
            return Settled.STORED;
        });
    }

    private void write(Connection connection, RefreshOutcome outcome, Instant askedAt) {
        Instant now = clock.instant();
        switch (outcome) {
            case RefreshOutcome.Fresh(var issued) -> {
                Optional<String> wanted = connection.refreshWanted();
                connection.refreshed(seal.seal(connection.id(), issued, askedAt));
                credentials.refreshed(connection, now);
                wanted.ifPresent(why -> accounts.pollWanted(connection, "token refreshed after " + why, now));
                counted(connection, "fresh");
                LOG.infof(
                        "connection %s refreshed, next end %s",
                        connection.id(),
                        connection.expiresAt().map(Instant::toString).orElse("none"));
            }
            case RefreshOutcome.Transient(String why, Optional<Duration> retryAfter) -> {
                Duration wait = backoff.after(
                        connection.refreshFailures(),
                        retryAfter,
                        ThreadLocalRandom.current().nextDouble());
                connection.refreshFailed(now.plus(wait));
                credentials.refreshFailed(connection, why, now);
                counted(connection, "transient");
                LOG.warnf("connection %s not refreshed, again in %s: %s", connection.id(), wait, why);
            }
            case RefreshOutcome.Dead(String why) -> {
                connection.died();
                credentials.reconnectRequired(connection, why, now);
                counted(connection, "dead");
                LOG.warnf("connection %s cannot be refreshed, a reconnect is needed: %s", connection.id(), why);
            }
        }
    }

    private void counted(Connection connection, String outcome) {
        meters.counter(
                        "adskull_token_refreshes",
                        "platform",
                        connection.platform().id(),
                        "outcome",
                        outcome)
                .increment();
    }
}
