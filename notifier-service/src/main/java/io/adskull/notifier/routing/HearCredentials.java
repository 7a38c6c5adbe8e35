package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.credential.CredentialChange;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what became of connections' credentials. What a machine is mending stays untold; what ends on a known day, and
/// what only a person can mend, is told once for each connection, however many accounts it has.
@ApplicationScoped
public class HearCredentials {
    private final RecordCredentials credentials;
    private final UntilStored untilStored;
    private final DeadLetters deadLetters;

    HearCredentials(RecordCredentials credentials, UntilStored untilStored, DeadLetters deadLetters) {
        this.credentials = credentials;
        this.untilStored = untilStored;
        this.deadLetters = deadLetters;
    }

    @Incoming("credentials")
    @Blocking
    public void hear(ConsumerRecord<String, byte[]> record) {
        try {
            var arrived = Arrived.read(record, CredentialChange.EVENT_TYPE, CredentialChange.class);
            if (!untilStored.store(() -> credentials.record(arrived.envelope().id(), arrived.value()))) {
                deadLetters.put(record, DeadLetters.UNSTORABLE);
            }
        } catch (UnreadableEvent e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
    }
}
