package io.adskull.notifier.delivery;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.notifier.WakeableLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Publishes to `alerts` how each message ended, at least once; repeats have the same event id. What this process sent
/// it tells from memory; the table tells what was left behind.
@ApplicationScoped
public class AnnounceOutcomes {
    private static final int AT_ONCE = 256;
    private static final Duration BROKER = Duration.ofSeconds(30);
    private static final String SOURCE = "/notifier-service";

    private final Outbox outbox;
    private final MutinyEmitter<byte[]> alerts;
    private final Queue<Announcement> ended = new ConcurrentLinkedQueue<>();
    private final Queue<Announcement> told = new ConcurrentLinkedQueue<>();
    private final WakeableLoop loop = new WakeableLoop("announce-outcomes", this::announceEnded);
    private final WakeableLoop leftBehind = new WakeableLoop("announce-left-behind", this::announceLeftBehind);

    public AnnounceOutcomes(Outbox outbox, @Channel("alerts") MutinyEmitter<byte[]> alerts) {
        this.outbox = outbox;
        this.alerts = alerts;
    }

    void start(@Observes StartupEvent start) {
        loop.start();
        leftBehind.start();
    }

    void announce(List<Announcement> finished) {
        ended.addAll(finished);
        loop.wake();
    }

    /// What the broker did not take at first, and what a process that died had no time for.
    @Scheduled(every = "5s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        leftBehind.wake();
    }

    void stop(@Observes ShutdownEvent stop) {
        loop.close(Duration.ofSeconds(5));
        leftBehind.close(Duration.ofSeconds(5));
        outbox.announced(next(told));
    }

    /// What is told is marked many at a time: a process that dies before tells it again by the same event id.
    private void announceEnded() {
        for (List<Announcement> batch = next(ended); !batch.isEmpty(); batch = next(ended)) {
            publish(batch);
            told.addAll(batch);
            if (told.size() >= AT_ONCE) {
                outbox.announced(next(told));
            }
        }
    }

    /// No transaction is open while the broker is asked: one that waits for a broker holds a database connection.
    private void announceLeftBehind() {
        outbox.announced(next(told));
        List<Announcement> finished;
        do {
            finished = outbox.leftBehind(AT_ONCE);
            publish(finished);
            outbox.announced(finished);
        } while (finished.size() == AT_ONCE);
    }

    private static List<Announcement> next(Queue<Announcement> queue) {
        return Stream.generate(queue::poll)
                .limit(AT_ONCE)
                .takeWhile(Objects::nonNull)
                .toList();
    }

    private void publish(List<Announcement> finished) {
        if (finished.isEmpty()) {
            return;
        }
        List<Uni<Void>> sent =
                finished.stream().map(one -> alerts.sendMessage(message(one))).toList();
        Uni.join().all(sent).andFailFast().await().atMost(BROKER);
    }

    private static Message<byte[]> message(Announcement announcement) {
        AlertOutcome outcome = announcement.outcome();
        AlertOutcome.Message about = outcome.message();
        String account = about.account().toString();
        var envelope = new CloudEvent(
                about.deliveryId() + "/" + (outcome instanceof AlertOutcome.Delivered ? "delivered" : "gave-up"),
                AlertOutcome.EVENT_TYPE,
                SOURCE,
                account,
                outcome.at(),
                about.tenant());
        var headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        announcement.traceParent().ifPresent(trace -> headers.add(TraceContext.HEADER, CloudEvent.bytes(trace)));
        return Message.of(EventJson.write(outcome))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(account)
                        .withHeaders(headers)
                        .build());
    }
}
