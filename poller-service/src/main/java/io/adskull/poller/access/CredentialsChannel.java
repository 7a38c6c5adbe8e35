package io.adskull.poller.access;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.publish.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Topic `credentials` on its way in. Every replica hears every change, because each may hold the token.
@ApplicationScoped
public class CredentialsChannel {
    private final Tokens tokens;
    private final Event<ConnectionRevived> revived;
    private final OwnedAccounts owned;
    private final DeadLetters deadLetters;

    public CredentialsChannel(
            Tokens tokens, Event<ConnectionRevived> revived, OwnedAccounts owned, DeadLetters deadLetters) {
        this.tokens = tokens;
        this.revived = revived;
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
                    revived.fire(new ConnectionRevived(change.connection()));
                }
            }
            case CredentialChange.ReconnectRequired _, CredentialChange.Disconnected _ ->
                tokens.forget(change.connection());
            case CredentialChange.RefreshFailed _, CredentialChange.Expiring _ -> {}
        }
    }
}
