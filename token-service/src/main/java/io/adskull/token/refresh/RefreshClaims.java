package io.adskull.token.refresh;

import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Shares due connections among replicas: each is leased to one of them, and the lease, which is also the record that
/// its refresh token may be used up from now on, is committed before the platform is asked.
@ApplicationScoped
class RefreshClaims {
    private final Connections connections;
    private final RefreshSettings settings;
    private final Replica replica;
    private final Clock clock;

    RefreshClaims(Connections connections, RefreshSettings settings, Replica replica, Clock clock) {
        this.connections = connections;
        this.settings = settings;
        this.replica = replica;
        this.clock = clock;
    }

    /// A process that was this replica before can be at no platform any more, so its attempts need not wait for the end
    /// of their leases: platforms that take a used refresh token again do so for a short time only.
    void endThoseOfAnEarlierProcess() {
        QuarkusTransaction.requiringNew().run(() -> connections.endLeases(replica.id()));
    }

    /// @param othersToo whether attempts of other replicas that ended without an outcome are taken over, too
    List<RefreshClaim> take(int most, boolean othersToo) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Connection> due = connections.claimDue(
                    clock.instant(),
                    replica.id(),
                    Optional.of(settings.journalPatience()).filter(patience -> othersToo),
                    most);
            var until = connections.databaseTime().plus(settings.lease());
            due.forEach(connection -> connection.lease(replica.id(), until));
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
