package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Connections that ended lately, for whoever still holds tokens of one.
@ApplicationScoped
class EndedConnections implements PanacheRepositoryBase<EndedConnection, UUID> {
    /// Longer than any answer of a refresh can be on its way, a replica that is down included.
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Clock clock;

    EndedConnections(Clock clock) {
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Connection connection) {
        persist(new EndedConnection(connection, clock.instant()));
    }

    @Transactional
    Optional<String> identityOf(ConnectionId connection) {
        return findByIdOptional(connection.value()).map(EndedConnection::identity);
    }

    @Scheduled(identity = "forget-ended-connections", every = "PT1H", delayed = "PT5M")
    @Transactional
    void forgetOld() {
        delete("endedAt < ?1", clock.instant().minus(MEMORY));
    }
}
