package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears of every transition, once each. A batch is one transaction; its offsets are committed after that. What
/// cannot be read or stored goes to the dead letters; while the database is away everything waits.
@ApplicationScoped
public class HearRemediations {
    private final RecordDecisions decisions;
    private final UntilStored untilStored;
    private final DeadLetters deadLetters;

    HearRemediations(RecordDecisions decisions, UntilStored untilStored, DeadLetters deadLetters) {
        this.decisions = decisions;
        this.untilStored = untilStored;
        this.deadLetters = deadLetters;
    }

    @Incoming("remediations")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> records) {
        List<Heard> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                readable.add(Heard.read(record));
            } catch (UnreadableEvent e) {
                deadLetters.put(record, String.valueOf(e.getMessage()));
            }
        }
        store(readable);
    }

    private void store(List<Heard> heard) {
        if (untilStored.store(() -> decisions.record(heard))) {
            return;
        }
        if (heard.size() > 1) {
            heard.forEach(one -> store(List.of(one)));
        } else {
            deadLetters.put(heard.getFirst().record(), DeadLetters.UNSTORABLE);
        }
    }
}
