package io.adskull.token.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicLong;

/// How many events wait for their publication; growing means that the broker does not take them.
@ApplicationScoped
class OutboxGauge {
    private final Outbox outbox;
    private final AtomicLong waiting = new AtomicLong();

    OutboxGauge(Outbox outbox, MeterRegistry meters) {
        this.outbox = outbox;
        Gauge.builder("adskull_outbox_waiting", waiting, AtomicLong::get)
                .description("Events that are not on Kafka yet")
                .register(meters);
    }

    @Scheduled(
            identity = "measure-outbox",
            every = "PT15S",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void measure() {
        waiting.set(outbox.count());
    }
}
