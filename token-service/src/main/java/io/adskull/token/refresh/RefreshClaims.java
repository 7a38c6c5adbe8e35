package io.adskull.token.refresh;

import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Shares due connections among replicas: each is leased to one of them, and the lease is committed before the
/// platform is asked.
@ApplicationScoped
class RefreshClaims {
    private final Connections connections;
    private final RefreshSettings settings;
    private final Clock clock;

    RefreshClaims(Connections connections, RefreshSettings settings, Clock clock) {
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
    }

    List<RefreshClaim> take() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            List<Connection> due = connections.claimDue(now, settings.batch());
            due.forEach(connection -> connection.lease(now.plus(settings.lease())));
            return due.stream().map(RefreshClaims::claim).toList();
        });
    }

    private static RefreshClaim claim(Connection connection) {
        return new RefreshClaim(
                connection.id(),
                connection.platform(),
                connection.kind(),
                connection.generation(),
                connection.sealedTokens(),
                connection.refreshTrace());
    }
}
