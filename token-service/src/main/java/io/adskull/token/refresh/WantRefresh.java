package io.adskull.token.refresh;

import io.adskull.contract.remediation.Incident;
import io.adskull.token.account.AccountEvents;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Marks a connection for a refresh at once. However many accounts of it fail and however often that is said, the
/// platform is asked once; who failed before the newest tokens came is only tested again.
@ApplicationScoped
class WantRefresh {
    private static final Logger LOG = Logger.getLogger(WantRefresh.class);

    private final Connections connections;
    private final HandledEvents handled;
    private final AccountEvents accounts;
    private final Clock clock;

    WantRefresh(Connections connections, HandledEvents handled, AccountEvents accounts, Clock clock) {
        this.connections = connections;
        this.handled = handled;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// @param eventId of the remediation; a repeat changes nothing
    @Transactional
    void refresh(String eventId, Incident incident, Optional<String> trace) {
        if (incident.connection() == null || !handled.first(eventId)) {
            return;
        }
        connections
                .findLocked(incident.connection())
                .filter(connection -> connection.tenant().equals(incident.tenant()))
                .filter(Connection::refreshable)
                .ifPresent(connection -> want(connection, incident, trace));
    }

    private void want(Connection connection, Incident incident, Optional<String> trace) {
        Instant now = clock.instant();
        String why = incident.cause().name();
        if (connection.issuedAt().isAfter(incident.openedAt())) {
            accounts.pollWanted(connection, incident.account(), "token refreshed after " + why, now);
        } else {
            connection.wantRefresh(why, trace, now);
            LOG.infof("connection %s is to be refreshed at once: %s", connection.id(), why);
        }
    }
}
