package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears which accounts each connection reaches, so that a message about a connection can say what it stops.
@ApplicationScoped
public class HearAccounts {
    private final ReachedAccounts accounts;
    private final UntilStored untilStored;
    private final DeadLetters deadLetters;

    HearAccounts(ReachedAccounts accounts, UntilStored untilStored, DeadLetters deadLetters) {
        this.accounts = accounts;
        this.untilStored = untilStored;
        this.deadLetters = deadLetters;
    }

    @Incoming("accounts")
    @Blocking
    public void hear(ConsumerRecord<String, byte[]> record) {
        try {
            Runnable change = change(record);
            if (!untilStored.store(change)) {
                deadLetters.put(record, DeadLetters.UNSTORABLE);
            }
        } catch (UnreadableEvent e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
    }

    /// A tombstone needs no envelope: tools that write one by hand give none.
    private Runnable change(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            AccountKey gone = Optional.ofNullable(record.key())
                    .map(AccountKey::parse)
                    .orElseThrow(() -> new UnreadableEvent("a tombstone's key must be an account key"));
            return () -> accounts.forget(gone);
        }
        ConnectedAccount account = Arrived.read(record, ConnectedAccount.EVENT_TYPE, ConnectedAccount.class)
                .value();
        return () -> accounts.remember(account);
    }
}
