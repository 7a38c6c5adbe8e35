package io.adskull.notifier.routing;

import io.adskull.contract.account.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// When each connection was last heard to work, or to be wanted no longer, by the events' own time: a replayed or late
/// event of before that must not open what nothing would ever end.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MendedConnections {
    private final EntityManager entities;

    MendedConnections(EntityManager entities) {
        this.entities = entities;
    }

    void remember(ConnectionId connection, Instant at) {
        entities.createNativeQuery("""
                        insert into connection_mended (connection, at) values (:connection, :at)
                        on conflict (connection) do update set at = greatest(connection_mended.at, excluded.at)
                        """)
                .setParameter("connection", connection.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    boolean isMendedSince(ConnectionId connection, Instant at) {
        return !entities.createNativeQuery(
                        "select 1 from connection_mended where connection = :connection and at > :at", Integer.class)
                .setParameter("connection", connection.value())
                .setParameter("at", at)
                .getResultList()
                .isEmpty();
    }
}
