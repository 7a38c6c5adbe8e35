package io.adskull.notifier.routing;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Makes incidents of whole connections out of changes of credentials, and tells them by the rules of all incidents.
@ApplicationScoped
public class RecordCredentials {
    private static final Logger LOG = Logger.getLogger(RecordCredentials.class);

    /// What the classifier calls a connection's dead token when the accounts meet it.
    static final Set<Cause> SAME_THING = Set.of(Cause.TOKEN_INVALID, Cause.TOKEN_EXPIRED, Cause.REFRESH_TOKEN_INVALID);

    private final OpenIncidents open;
    private final MendedConnections mended;
    private final ReachedAccounts accounts;
    private final SeenEvents seen;
    private final RecordDecisions decisions;
    private final Clock clock;

    RecordCredentials(
            OpenIncidents open,
            MendedConnections mended,
            ReachedAccounts accounts,
            SeenEvents seen,
            RecordDecisions decisions,
            Clock clock) {
        this.open = open;
        this.mended = mended;
        this.accounts = accounts;
        this.seen = seen;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Transactional
    void record(String eventId, CredentialChange change) {
        decisions.oneAtATime(List.of(change.connection()));
        if (seen.remember(List.of(eventId)).isEmpty()) {
            return;
        }
        switch (change) {
            case CredentialChange.Expiring expiring -> {
                if (expiring.expiresAt().isAfter(clock.instant()) && isNews(expiring)) {
                    tell(eventId, opened(ConnectionIncidents.of(expiring, eventId, stoppedBy(expiring))));
                }
            }
            case CredentialChange.ReconnectRequired required -> {
                if (isTold(required.connection())) {
                    LOG.infof(
                            "connection %s must be reconnected: told already, by its accounts", required.connection());
                } else if (isNews(required)) {
                    tell(eventId, opened(ConnectionIncidents.of(required, eventId, stoppedBy(required))));
                }
            }
            case CredentialChange.Reconnected reconnected -> end(eventId, reconnected, "Somebody connected it again.");
            case CredentialChange.Refreshed refreshed -> end(eventId, refreshed, "The access was renewed after all.");
            case CredentialChange.Disconnected disconnected -> end(eventId, disconnected, "It was disconnected.");
            case CredentialChange.RefreshFailed failed -> {
                if (stopsTheWatch(failed) && !isUnwatched(failed.connection()) && isNews(failed)) {
                    tell(eventId, opened(ConnectionIncidents.of(failed, eventId, stoppedBy(failed))));
                }
            }
        }
    }

    /// While the access lives, a failure costs nothing and is tried again; after its end nothing is seen, and
    /// nobody but us knows.
    private static boolean stopsTheWatch(CredentialChange.RefreshFailed failed) {
        return failed.accessEndsAt() != null && !failed.at().isBefore(failed.accessEndsAt());
    }

    private boolean isUnwatched(ConnectionId connection) {
        return open.of(connection).stream().anyMatch(ConnectionIncidents::isUnwatched);
    }

    private Stopped stoppedBy(CredentialChange change) {
        return new Stopped(accounts.namesOf(change.connection()));
    }

    private static Remediation opened(Incident incident) {
        return new Remediation.Opened(incident, incident.openedAt());
    }

    private boolean isNews(CredentialChange change) {
        boolean over = mended.isMendedSince(change.connection(), change.at());
        if (over) {
            LOG.infof("connection %s: what befell it at %s was over before we heard", change.connection(), change.at());
        }
        return !over;
    }

    private boolean isTold(ConnectionId connection) {
        return open.of(connection).stream()
                .anyMatch(incident -> SAME_THING.contains(incident.cause()) && !Wording.isOfConnection(incident));
    }

    /// Only what stopped something is told to be over; an end that was announced and did not come is not news.
    private void end(String eventId, CredentialChange change, String reason) {
        ConnectionId connection = change.connection();
        Instant at = change.at();
        mended.remember(connection, at);
        open.of(connection).stream()
                .filter(incident -> incident.account()
                        .equals(ConnectionIncidents.accountsOf(
                                incident.account().platform(), connection)))
                .filter(incident -> incident.openedAt().isBefore(at))
                .forEach(incident -> {
                    if (incident.cause() == Cause.REFRESH_TOKEN_INVALID || ConnectionIncidents.isUnwatched(incident)) {
                        tell(eventId + "/" + incident.id(), new Remediation.Resolved(incident, at, reason));
                    } else {
                        decisions.forget(new Remediation.Resolved(incident, at, reason));
                    }
                });
    }

    private void tell(String eventId, Remediation remediation) {
        byte[] value = EventJson.write(remediation);
        decisions.record(List.of(new Heard(
                eventId + "/told",
                remediation,
                Optional.empty(),
                new ConsumerRecord<>(
                        "credentials", 0, 0, remediation.incident().account().toString(), value))));
    }
}
