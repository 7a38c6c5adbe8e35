package io.adskull.poller.access;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.publish.DeadLetters;
import io.adskull.poller.schedule.ProbeSchedule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Topic `credentials` on its way in. Every replica hears every change, because each may hold the token.
@ApplicationScoped
public class CredentialsChannel {
    private static final Logger LOG = Logger.getLogger(CredentialsChannel.class);

    private final Tokens tokens;
    private final ProbeSchedule schedule;
    private final OwnedAccounts owned;
    private final DeadLetters deadLetters;

    public CredentialsChannel(
            Tokens tokens, ProbeSchedule schedule, OwnedAccounts owned, DeadLetters deadLetters) {
        this.tokens = tokens;
        this.schedule = schedule;
        this.owned = owned;
        this.deadLetters = deadLetters;
    }

    @Incoming("credentials")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.value() == null) {
                throw new UnreadableEvent("value is missing");
            }
            apply(EventJson.read(message.value(), CredentialChange.class));
            return Uni.createFrom().voidItem();
        } catch (UnreadableEvent e) {
            // All replicas see it; the one that holds the partition puts it aside.
            return owned.owns(message.partition())
                    ? deadLetters.put(Topic.CREDENTIALS, message, e)
                    : Uni.createFrom().voidItem();
        }
    }

    private void apply(CredentialChange change) {
        switch (change) {
            case CredentialChange.Refreshed _, CredentialChange.Reconnected _ -> {
                if (tokens.forget(change.connection())) {
                    int probes = schedule.expediteFailing(change.connection());
                    LOG.infof("connection %s lives again, %d probes go ahead", change.connection(), probes);
                }
            }
            case CredentialChange.ReconnectRequired _, CredentialChange.Disconnected _ ->
                tokens.forget(change.connection());
            case CredentialChange.RefreshFailed _, CredentialChange.Expiring _ -> {}
        }
    }
}
