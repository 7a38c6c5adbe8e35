package io.adskull.notifier.routing;

import io.adskull.contract.UnreadableEvent;
import io.adskull.notifier.WakeableLoop;
import io.adskull.notifier.routing.FairQueue.Waiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Hears of every transition, once each. What was read waits in a queue for each tenant; a few of each are decided on
/// together, in one transaction. A batch's offsets are committed when all of it is decided on: what a crash keeps
/// from being decided on is read again. What cannot be read or stored goes to the dead letters; while the database is
/// away everything waits.
@ApplicationScoped
public class HearRemediations {
    private static final Logger LOG = Logger.getLogger(HearRemediations.class);

    /// Batches that are read ahead of what is decided on: so far back a flood of one tenant's events holds up nobody.
    private static final int AHEAD = 8;

    /// Events of one transaction, and those of one tenant in it: while only one has any, what another's waits for.
    private static final int TOGETHER = 32;

    private static final int OF_ONE = 8;

    private final Multi<Message<List<byte[]>>> batches;
    private final RecordDecisions decisions;
    private final UntilStored untilStored;
    private final DeadLetters deadLetters;
    private final FairQueue waiting = new FairQueue();
    private final WakeableLoop loop = new WakeableLoop("decide-remediations", this::decideAll);

    HearRemediations(
            @Channel("remediations") Multi<Message<List<byte[]>>> batches,
            RecordDecisions decisions,
            UntilStored untilStored,
            DeadLetters deadLetters) {
        this.batches = batches;
        this.decisions = decisions;
        this.untilStored = untilStored;
        this.deadLetters = deadLetters;
    }

    void start(@Observes StartupEvent start) {
        loop.start();
        var unused = batches.emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .onItem()
                .transformToUni(this::hear)
                .merge(AHEAD)
                .subscribe()
                .with(decided -> {}, failure -> LOG.errorf(failure, "remediations are not heard any more"));
    }

    void stop(@Observes ShutdownEvent stop) {
        loop.close(Duration.ofSeconds(5));
    }

    private Uni<Void> hear(Message<List<byte[]>> message) {
        try {
            HeardBatch batch = read(records(message));
            return Uni.createFrom()
                    .completionStage(batch.decided())
                    .onItemOrFailure()
                    .transformToUni((decided, failure) ->
                            Uni.createFrom().completionStage(failure == null ? message.ack() : message.nack(failure)));
        } catch (RuntimeException e) {
            return Uni.createFrom().completionStage(message.nack(e));
        }
    }

    private HeardBatch read(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<Heard> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                readable.add(Heard.read(record));
            } catch (UnreadableEvent e) {
                deadLetters.put(record, String.valueOf(e.getMessage()));
            }
        }
        var batch = new HeardBatch(readable.size());
        waiting.add(readable.stream().map(heard -> new Waiting(heard, batch)).toList());
        loop.wake();
        return batch;
    }

    @SuppressWarnings("unchecked")
    private static Iterable<ConsumerRecord<String, byte[]>> records(Message<List<byte[]>> message) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> batch =
                message.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        return batch.getRecords();
    }

    private void decideAll() {
        for (List<Waiting> events = next(); !events.isEmpty(); events = next()) {
            try {
                decide(events);
            } catch (RuntimeException e) {
                events.forEach(event -> event.batch().failed(e));
                throw e;
            }
        }
    }

    private List<Waiting> next() {
        return waiting.next(TOGETHER, OF_ONE);
    }

    private void decide(List<Waiting> events) {
        store(events.stream().map(Waiting::heard).toList());
        events.forEach(event -> event.batch().decidedOne());
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
