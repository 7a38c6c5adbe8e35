package io.adskull.token.refresh;

import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.CredentialEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Tells well ahead what ends on a known day and no machine can renew. Runs in every replica; each telling is made
/// once.
@ApplicationScoped
public class AnnounceExpiring {
    private static final Logger LOG = Logger.getLogger(AnnounceExpiring.class);
    private static final int BATCH = 100;

    private final Connections connections;
    private final CredentialEvents events;
    private final Clock clock;

    AnnounceExpiring(Connections connections, CredentialEvents events, Clock clock) {
        this.connections = connections;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            identity = "announce-expiring",
            every = "PT30S",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void announce() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::announceSome) == BATCH) {
                LOG.debug("a batch of ends was told");
            }
        } catch (RuntimeException e) {
            LOG.warnf("ends cannot be told now: %s", e.toString());
        }
    }

    private int announceSome() {
        Instant now = clock.instant();
        List<Connection> due = connections.claimAnnouncements(now, BATCH);
        due.forEach(connection -> {
            connection.grantEndsAt().filter(now::isBefore).ifPresent(end -> {
                events.expiring(connection, end, now);
                LOG.infof("connection %s ends %s unless it is connected again", connection.id(), end);
            });
            connection.endTold(now);
        });
        return due.size();
    }
}
