package io.adskull.token.refresh;

import io.adskull.token.account.AccountEvents;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.CredentialEvents;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.TokenSystems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// Writes down what a refresh brought, in the same transaction as the event that tells of it. The fence: an outcome won
/// with tokens that have been replaced meanwhile changes nothing.
@ApplicationScoped
class SettleRefresh {
    private static final Logger LOG = Logger.getLogger(SettleRefresh.class);

    /// Later than planned by so much, many others are late as well.
    private static final Duration LATE = Duration.ofMinutes(1);

    /// Until a doubtful no is asked about again.
    private static final Duration SECOND_LOOK = Duration.ofSeconds(10);

    /// What became of the outcome.
    enum Settled {
        STORED,
        /// The connection has newer tokens.
        TOO_LATE,
        /// There is no such connection any more.
        DISCONNECTED
    }

    private final Connections connections;
    private final TokenSystems systems;
    private final SealTokens seal;
    private final CredentialEvents credentials;
    private final AccountEvents accounts;
    private final Backoff backoff;
    private final Clock clock;
    private final MeterRegistry meters;

    SettleRefresh(
            Connections connections,
            TokenSystems systems,
            SealTokens seal,
            CredentialEvents credentials,
            AccountEvents accounts,
            RefreshSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.connections = connections;
        this.systems = systems;
        this.seal = seal;
        this.credentials = credentials;
        this.accounts = accounts;
        this.backoff = Backoff.of(settings);
        this.clock = clock;
        this.meters = meters;
    }

    /// @param generation of the tokens that the platform was shown
    Settled settle(
            io.adskull.contract.account.ConnectionId id, long generation, RefreshOutcome outcome, Instant askedAt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Connection> found = connections.findLocked(id);
            if (found.isEmpty()) {
                return Settled.DISCONNECTED;
            }
            if (found.get().generation() != generation) {
                LOG.infof("connection %s got newer tokens while it was refreshed", id);
                return Settled.TOO_LATE;
            }
            write(found.get(), outcome, askedAt);
            return Settled.STORED;
        });
    }

    private void write(Connection connection, RefreshOutcome outcome, Instant askedAt) {
        Instant now = clock.instant();
        switch (outcome) {
            case RefreshOutcome.Fresh fresh -> renewed(connection, fresh, askedAt, now);
            case RefreshOutcome.Transient(String why, Optional<Duration> retryAfter) ->
                failed(connection, why, retryAfter, now, "transient");
            case RefreshOutcome.NoAnswer(String why) -> {
                connection.leftInDoubt();
                failed(connection, why, Optional.empty(), now, "no_answer");
            }
            case RefreshOutcome.NotAsked(Duration retryAfter) ->
                connection.notAsked(now.plus(retryAfter)
                        .plusMillis(ThreadLocalRandom.current().nextLong(retryAfter.toMillis())));
            case RefreshOutcome.Dead(String why, boolean certain)
            when !certain && connection.doubtfulRefusals() == 0 -> {
                connection.refusedDoubtfully();
                failed(connection, why, Optional.of(SECOND_LOOK), now, "doubtful");
            }
            case RefreshOutcome.Dead(String why, boolean certain) -> died(connection, why, now);
        }
    }

    private void renewed(Connection connection, RefreshOutcome.Fresh fresh, Instant askedAt, Instant now) {
        Optional<String> wanted = connection.refreshWanted();
        boolean late = connection.refreshFailures() > 0
                || connection
                        .refreshAt()
                        .filter(planned -> planned.plus(LATE).isBefore(now))
                        .isPresent();
        connection.refreshed(seal.seal(
                connection.id(),
                systems.of(connection.platform(), connection.kind()),
                fresh.issued(),
                askedAt,
                late ? SealTokens.Pace.SPREAD : SealTokens.Pace.STEADY,
                connection.grantEndsAt()));
        credentials.refreshed(connection, now);
        wanted.ifPresent(why -> accounts.pollWanted(connection, "token refreshed after " + why, now));
        counted(connection, "fresh");
        LOG.infof(
                "connection %s refreshed, next end %s",
                connection.id(), connection.expiresAt().map(Instant::toString).orElse("none"));
    }

    private void failed(Connection connection, String why, Optional<Duration> hint, Instant now, String counted) {
        Duration left =
                connection.expiresAt().map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
        Duration wait = backoff.after(
                connection.refreshFailures(), hint, ThreadLocalRandom.current().nextDouble(), left);
        connection.refreshFailed(now.plus(wait));
        credentials.refreshFailed(connection, why, now);
        counted(connection, counted);
        LOG.warnf("connection %s not refreshed, again in %s: %s", connection.id(), wait, why);
    }

    private void died(Connection connection, String why, Instant now) {
        String reason = connection.inDoubt()
                ? "the answer to an earlier refresh was lost on its way to us, and "
                        + connection.platform().displayName() + " takes each refresh token once: " + why
                : why;
        counted(connection, connection.inDoubt() ? "lost" : "dead");
        connection.died(now);
        credentials.reconnectRequired(connection, reason, now);
        LOG.warnf("connection %s cannot be refreshed, a reconnect is needed: %s", connection.id(), reason);
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
