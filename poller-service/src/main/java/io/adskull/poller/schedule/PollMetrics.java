package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.poller.accounts.OwnedAccounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What an operator watches. Labels have few values: never an account, never a tenant. Meters are kept,
/// because the registry would compare all their labels at each probe.
@Singleton
class PollMetrics {
    private final MeterRegistry registry;
    private final Map<Platform, Timer> lateness = new ConcurrentHashMap<>();
    private final Map<Ended, Counter> ended = new ConcurrentHashMap<>();

    /// What a probe's end is counted by.
    private record Ended(Platform platform, Resource resource, Class<? extends ProbeOutcome> outcome) {}

    PollMetrics(MeterRegistry registry, OwnedAccounts owned, ProbeSchedule schedule) {
        this.registry = registry;
        registry.gauge("adskull.poll.accounts", owned, OwnedAccounts::count);
        registry.gauge("adskull.poll.waiting", schedule, ProbeSchedule::waiting);
    }

    /// Exported as `adskull_poll_lateness_seconds`: from when a probe was due to when its call starts.
    void started(DueProbe due, Duration late) {
        lateness.computeIfAbsent(due.account().account().platform(), this::lateness)
                .record(late.isNegative() ? Duration.ZERO : late);
    }

    private Timer lateness(Platform platform) {
        return Timer.builder("adskull.poll.lateness")
                .tag("platform", platform.id())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(50))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    void ended(DueProbe due, ProbeOutcome outcome) {
        ended.computeIfAbsent(
                        new Ended(
                                due.account().account().platform(), due.probe().resource(), outcome.getClass()),
                        key -> counter(key, outcome))
                .increment();
    }

    private Counter counter(Ended key, ProbeOutcome outcome) {
        return registry.counter(
                "adskull.poll.probes",
                "platform",
                key.platform().id(),
                "resource",
                key.resource().name(),
                "outcome",
                switch (outcome) {
                    case ProbeOutcome.Healthy _ -> "healthy";
                    case ProbeOutcome.Denied _ -> "denied";
                    case ProbeOutcome.Troubled _ -> "troubled";
                    case ProbeOutcome.Limited _ -> "limited";
                    case ProbeOutcome.Unasked _ -> "unasked";
                    case ProbeOutcome.Held _ -> "held";
                });
    }

    void watch(Platform platform, Lane lane) {
        registry.gauge("adskull.poll.in.flight", List.of(Tag.of("platform", platform.id())), lane, Lane::inFlight);
    }
}
