package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// `adskull_alert_delay_seconds`: from what happened to the receiver's "ok"; `adskull_alert_deliveries_total`:
/// attempts by how they ended.
@ApplicationScoped
class DeliveryMetrics {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Claimed claimed, Outcome outcome, Instant now) {
        String end =
                switch (outcome) {
                    case Outcome.Delivered delivered -> "delivered";
                    case Outcome.Retry retry -> "retry";
                    case Outcome.GaveUp gaveUp -> "gave_up";
                    case Outcome.Gone gone -> "gave_up";
                };
        registry.counter("adskull.alert.deliveries", "channel", claimed.channel(), "outcome", end)
                .increment();
        if (outcome instanceof Outcome.Delivered) {
            Timer.builder("adskull.alert.delay")
                    .description("From what happened at the ad platform to the receiver's ok")
                    .tag("channel", claimed.channel())
                    .tag("transition", claimed.transition().name().toLowerCase(Locale.ROOT))
                    .tag("held", Boolean.toString(claimed.held()))
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry)
                    .record(Duration.between(claimed.occurredAt(), now));
        }
    }
}
