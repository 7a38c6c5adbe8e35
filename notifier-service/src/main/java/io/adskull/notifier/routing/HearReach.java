package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.poll.PollReach;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Topic `poll-reach` on its way in.
@ApplicationScoped
public class HearReach {
    private final RecordReach reach;
    private final UntilStored untilStored;
    private final DeadLetters deadLetters;

    HearReach(RecordReach reach, UntilStored untilStored, DeadLetters deadLetters) {
        this.reach = reach;
        this.untilStored = untilStored;
        this.deadLetters = deadLetters;
    }

    @Incoming("poll-reach")
    @Blocking
    public void hear(ConsumerRecord<String, byte[]> record) {
        try {
            var arrived = Arrived.read(record, PollReach.EVENT_TYPE, PollReach.class);
            if (!untilStored.store(() -> reach.record(arrived.envelope().id(), arrived.value()))) {
                deadLetters.put(record, DeadLetters.UNSTORABLE);
            }
        } catch (UnreadableEvent e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
    }
}
