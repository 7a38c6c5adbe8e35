package io.adskull.poller.accounts;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.poller.publish.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Topic `accounts` on its way in. Offsets are never committed: whoever gets a partition reads all of it.
@ApplicationScoped
public class AccountsChannel {
    private final OwnedAccounts owned;
    private final DeadLetters deadLetters;

    public AccountsChannel(OwnedAccounts owned, DeadLetters deadLetters) {
        this.owned = owned;
        this.deadLetters = deadLetters;
    }

    @Incoming("accounts")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        try {
            apply(message);
            return Uni.createFrom().voidItem();
        } catch (UnreadableEvent e) {
            return deadLetters.put(Topic.ACCOUNTS, message, e);
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null) {
            throw new UnreadableEvent("key is missing");
        }
        AccountKey key = AccountKey.parse(message.key());
        if (message.value() == null) {
            owned.disconnected(message.partition(), key);
            return;
        }
        ConnectedAccount account = EventJson.read(message.value(), ConnectedAccount.class);
        if (!account.account().equals(key)) {
            throw new UnreadableEvent("key and value name different accounts");
        }
        owned.connected(message.partition(), WatchedAccount.of(account));
    }
}
