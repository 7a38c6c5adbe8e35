package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.poller.accounts.OwnedAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/// What an operator watches. Labels have few values: never an account, never a tenant.
@ApplicationScoped
class PollMetrics {
    private final MeterRegistry registry;

    PollMetrics(MeterRegistry registry, OwnedAccounts owned, ProbeSchedule schedule) {
        this.registry = registry;
        registry.gauge("adskull.poll.accounts", owned, OwnedAccounts::count);
        registry.gauge("adskull.poll.waiting", schedule, ProbeSchedule::waiting);
    }

    /// Exported as `adskull_poll_lateness_seconds`: from when a probe was due to when its call starts.
    void started(DueProbe due, Duration lateness) {
        Timer.builder("adskull.poll.lateness")
                .tag("platform", due.account().account().platform().id())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(50))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry)
                .record(lateness.isNegative() ? Duration.ZERO : lateness);
    }

    void ended(DueProbe due, ProbeOutcome outcome) {
        registry.counter(
                        "adskull.poll.probes",
                        "platform",
                        due.account().account().platform().id(),
                        "resource",
                        due.probe().resource().name(),
                        "outcome",
                        switch (outcome) {
                            case ProbeOutcome.Healthy _ -> "healthy";
                            case ProbeOutcome.Denied _ -> "denied";
                            case ProbeOutcome.Troubled _ -> "troubled";
                            case ProbeOutcome.Limited _ -> "limited";
                            case ProbeOutcome.Unasked _ -> "unasked";
                            case ProbeOutcome.Held _ -> "held";
                        })
                .increment();
    }

    void watch(Platform platform, Lane lane) {
        registry.gauge("adskull.poll.in.flight", List.of(Tag.of("platform", platform.id())), lane, Lane::inFlight);
    }
}
