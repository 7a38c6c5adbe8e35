package io.adskull.notifier.delivery;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.alert.AlertOutcome;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Publishes to `alerts` how each message ended, at least once; repeats have the same event id.
@ApplicationScoped
public class AnnounceOutcomes {
    private static final int AT_ONCE = 100;
    private static final Duration BROKER = Duration.ofSeconds(30);
    private static final String SOURCE = "/notifier-service";

    private final Outbox outbox;
    private final MutinyEmitter<byte[]> alerts;
    private final WakeableLoop loop = new WakeableLoop("announce-outcomes", this::announceAll);

    public AnnounceOutcomes(Outbox outbox, @Channel("alerts") MutinyEmitter<byte[]> alerts) {
        this.outbox = outbox;
        this.alerts = alerts;
    }

    void start(@Observes StartupEvent start) {
        loop.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxSettled settled) {
        loop.wake();
    }

    /// What the broker did not take at first.
    @Scheduled(every = "5s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        loop.wake();
    }

    void stop(@Observes ShutdownEvent stop) {
        loop.close(Duration.ofSeconds(5));
    }

    /// No transaction is open while the broker is asked: one that waits for a broker holds a database connection.
    private void announceAll() {
        List<Delivery> finished;
        do {
            finished = outbox.unannounced(AT_ONCE);
            if (!finished.isEmpty()) {
                publish(finished);
                outbox.announced(finished);
            }
        } while (finished.size() == AT_ONCE);
    }

    private void publish(List<Delivery> finished) {
        List<Uni<Void>> sent = finished.stream()
                .map(delivery -> alerts.sendMessage(message(delivery)))
                .toList();
        Uni.join().all(sent).andFailFast().await().atMost(BROKER);
    }

    private static Message<byte[]> message(Delivery delivery) {
        AlertOutcome outcome = delivery.outcome();
        var envelope = new CloudEvent(
                delivery.id() + "/" + (outcome instanceof AlertOutcome.Delivered ? "delivered" : "gave-up"),
                AlertOutcome.EVENT_TYPE,
                SOURCE,
                delivery.account(),
                outcome.at(),
                delivery.tenant());
        var headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        delivery.traceParent().ifPresent(trace -> headers.add(TraceContext.HEADER, CloudEvent.bytes(trace)));
        return Message.of(EventJson.write(outcome))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(delivery.account())
                        .withHeaders(headers)
                        .build());
    }
}
