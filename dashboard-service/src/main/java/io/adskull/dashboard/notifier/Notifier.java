package io.adskull.dashboard.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.AccountKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// notifier-service, of which a page can show that it is away.
@ApplicationScoped
public class Notifier {
    private static final Logger LOG = Logger.getLogger(Notifier.class);

    private final NotifierClient client;

    Notifier(@RestClient NotifierClient client) {
        this.client = client;
    }

    public Answer<List<Destination>> destinations() {
        return ask(client::destinations);
    }

    public Answer<List<Route>> routes() {
        return ask(client::routes);
    }

    /// Those in force, the newest first.
    public Answer<List<Mute>> mutes() {
        return ask(client::mutes);
    }

    public Answer<Mute> mute(Mute.Asked asked) {
        return ask(() -> client.mute(asked));
    }

    /// What it kept and still goes on is told now.
    public Answer<UUID> endMute(UUID id) {
        return ask(() -> {
            client.endMute(id);
            return id;
        });
    }

    /// The accounts that have labels.
    public Answer<List<Labelled>> labels() {
        return ask(() -> client.labels().accounts());
    }

    /// These are all that the account has from now on.
    public Answer<Labelled> label(AccountKey account, List<String> labels) {
        return ask(() -> client.label(account.platform().id(), account.accountId(), new Labelled.Wanted(labels)));
    }

    public Answer<Destination> add(Destination.Asked asked) {
        return ask(() -> client.add(asked));
    }

    public Answer<Destination> change(UUID id, Destination.Asked asked) {
        return ask(() -> client.change(id, asked));
    }

    public Answer<UUID> deleteDestination(UUID id) {
        return ask(() -> {
            client.deleteDestination(id);
            return id;
        });
    }

    public Answer<Destination> turnOn(UUID id) {
        return ask(() -> client.turnOn(id));
    }

    /// The mailbox's owner is asked once more whether it shall be written to.
    public Answer<UUID> askToConfirm(UUID id) {
        return ask(() -> {
            client.askToConfirm(id);
            return id;
        });
    }

    /// Returns once the receiver has answered.
    public Answer<Destination.Tested> test(UUID id) {
        return ask(() -> client.test(id));
    }

    /// Adds it, or replaces the one with this id.
    public Answer<Route> save(Optional<UUID> id, Route asked) {
        return ask(() -> id.map(known -> client.change(known, asked)).orElseGet(() -> client.add(asked)));
    }

    public Answer<UUID> deleteRoute(UUID id) {
        return ask(() -> {
            client.deleteRoute(id);
            return id;
        });
    }

    /// What is sent for a cause, for an account of a made-up business.
    ///
    /// @param channel `slack`, `email` or `webhook`
    /// @param transition `opened`, `joined`, `reminded`, `escalated` or `resolved`
    public Answer<JsonNode> preview(String cause, String channel, String transition) {
        return ask(() -> client.preview(cause, channel, transition));
    }

    /// What people answered so far; refused where nobody was told of the incident.
    public Answer<Attention> attention(UUID incident) {
        return ask(() -> client.attention(incident));
    }

    /// Nobody is reminded of it any more.
    public Answer<Attention> acknowledge(UUID incident) {
        return ask(() -> client.acknowledge(incident));
    }

    /// What may wait is said again after so long.
    public Answer<Attention> snooze(UUID incident, Duration length) {
        return ask(() -> client.snooze(incident, new Attention.Snooze(length.toHours())));
    }

    public Answer<Attention> wake(UUID incident) {
        return ask(() -> client.wake(incident));
    }

    /// Logs no message of an exception: it may quote an answer, and an answer may hold a new secret.
    private static <T> Answer<T> ask(Supplier<T> call) {
        try {
            return new Answer.Given<>(call.get());
        } catch (NotifierRefused e) {
            String why = String.valueOf(e.getMessage());
            return e.missing() ? new Answer.Missing<>(why) : new Answer.Refused<>(why);
        } catch (ProcessingException | WebApplicationException | FaultToleranceException e) {
            LOG.warnf(
                    "notifier-service does not answer: %s%s",
                    e.getClass().getSimpleName(),
                    e.getCause() == null
                            ? ""
                            : " for " + e.getCause().getClass().getSimpleName());
            return new Answer.Away<>();
        }
    }
}
