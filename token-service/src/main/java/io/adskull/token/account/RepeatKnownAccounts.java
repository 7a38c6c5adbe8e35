package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// At every start, says all known accounts again: after the loss of the topic, which PostgreSQL outlives, the
/// other services would otherwise watch nothing. The ids are those of the first time.
@ApplicationScoped
public class RepeatKnownAccounts {
    private static final Logger LOG = Logger.getLogger(RepeatKnownAccounts.class);
    /// Any number, the same in every replica.
    private static final long LOCK = 0x61647363_6b756c6cL;

    private final EntityManager entities;
    private final Connections connections;
    private final ReachedAccounts accounts;
    private final AccountEvents events;

    RepeatKnownAccounts(
            EntityManager entities, Connections connections, ReachedAccounts accounts, AccountEvents events) {
        this.entities = entities;
        this.connections = connections;
        this.accounts = accounts;
        this.events = events;
    }

    void atStart(@Observes StartupEvent started) {
        Thread.ofVirtual().name("repeat-known-accounts").start(this::repeat);
    }

    void repeat() {
        try {
            QuarkusTransaction.requiringNew().timeout(600).run(() -> {
                if (otherReplicaRepeats()) {
                    return;
                }
                List<ConnectionId> known = entities.createQuery("select c.id from Connection c", UUID.class)
                        .getResultStream()
                        .map(ConnectionId::new)
                        .toList();
                known.forEach(id -> QuarkusTransaction.requiringNew().run(() -> repeat(id)));
                LOG.infof("said the accounts of %d connections again", known.size());
            });
        } catch (RuntimeException e) {
            LOG.warnf("the known accounts were not said again: %s", e.toString());
        }
    }

    private void repeat(ConnectionId id) {
        connections.findLocked(id).ifPresent(connection -> accounts.of(id)
                .forEach(account -> events.repeated(connection, account)));
    }

    /// The lock ends with this transaction.
    private boolean otherReplicaRepeats() {
        return !(Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }
}
