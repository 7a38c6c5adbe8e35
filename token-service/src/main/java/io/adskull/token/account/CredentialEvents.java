package io.adskull.token.account;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.Topic;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.token.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the other services hear about a connection's credentials, never the credentials. Ids name the generation
/// of tokens, so that an outcome that is told twice is known to be the same.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CredentialEvents {
    private final Outbox outbox;

    CredentialEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void refreshed(Connection c, Instant at) {
        var change = new CredentialChange.Refreshed(
                c.id(),
                c.platform(),
                c.tenant(),
                at,
                c.expiresAt().orElse(null),
                c.grantEndsAt().orElse(null));
        write(c, "refreshed/" + c.generation(), change);
    }

    public void refreshFailed(Connection c, String reason, Instant at) {
        var change = new CredentialChange.RefreshFailed(
                c.id(), c.platform(), c.tenant(), at, reason, c.expiresAt().orElse(null), c.businessName());
        write(c, "refresh-failed/" + c.generation() + "/" + c.refreshFailures(), change);
    }

    /// The end is told once for each of its steps: the day that is left names it.
    public void expiring(Connection c, Instant end, Instant at) {
        long days = Duration.between(at, end).toDays();
        var change = new CredentialChange.Expiring(c.id(), c.platform(), c.tenant(), at, end, c.businessName());
        write(c, "expiring/" + end.truncatedTo(ChronoUnit.HOURS) + "/" + days, change);
    }

    public void reconnectRequired(Connection c, String reason, Instant at) {
        var change =
                new CredentialChange.ReconnectRequired(c.id(), c.platform(), c.tenant(), at, reason, c.businessName());
        write(c, "reconnect-required/" + c.generation(), change);
    }

    /// @param askedBy who was signed in where the consent was asked for; empty where that is not known
    public void reconnected(Connection c, Optional<String> askedBy, Instant at) {
        var change = new CredentialChange.Reconnected(
                c.id(),
                c.platform(),
                c.tenant(),
                at,
                c.expiresAt().orElse(null),
                c.grantEndsAt().orElse(null),
                askedBy.orElse(null),
                c.businessName());
        write(c, "reconnected/" + c.generation(), change);
    }

    public void disconnected(Connection c, Instant at) {
        var change = new CredentialChange.Disconnected(c.id(), c.platform(), c.tenant(), at, c.businessName());
        write(c, "disconnected", change);
    }

    private void write(Connection connection, String what, CredentialChange change) {
        String id = connection.id().toString();
        outbox.write(
                Topic.CREDENTIALS,
                id,
                new CloudEvent(
                        id + "/" + what,
                        CredentialChange.EVENT_TYPE,
                        AccountEvents.SOURCE,
                        id,
                        change.at(),
                        change.tenant()),
                change);
    }
}
