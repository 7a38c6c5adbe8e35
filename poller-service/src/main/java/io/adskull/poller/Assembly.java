package io.adskull.poller;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.probe.Limit;
import io.adskull.poller.probe.PlanReader;
import io.adskull.poller.probe.ProbePlan;
import io.adskull.poller.probe.ProbePlans;
import io.adskull.poller.schedule.Allowance;
import io.adskull.poller.schedule.Cadence;
import io.adskull.poller.schedule.ProbeSchedule;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Puts the pure middle together. What is wrong with plans or settings stops the service here, when it starts.
class Assembly {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Diagnostician diagnostician() {
        return Diagnostician.bundled();
    }

    @Produces
    @Singleton
    ProbePlans plans(@All List<AdPlatform> platforms, ConfiguredLimits limits) {
        Map<Platform, ProbePlan> plans = new EnumMap<>(Platform.class);
        platforms.forEach(platform ->
                plans.put(platform.platform(), limits.applyTo(platform.platform(), plan(platform.platform()))));
        return new ProbePlans(plans);
    }

    @Produces
    @Singleton
    @Startup
    ProbeSchedule schedule(PollSettings settings, ProbePlans plans, InstantSource clock) {
        if (settings.maxInFlight() < 1) {
            throw new IllegalArgumentException(
                    "adskull.poll.max-in-flight is " + settings.maxInFlight() + ", it must be 1 or more");
        }
        return new ProbeSchedule(
                new Cadence(
                        settings.interval(),
                        settings.deniedInterval(),
                        settings.longestDeniedInterval(),
                        settings.firstBackoff(),
                        settings.longestBackoff(),
                        settings.longestHint()),
                plans,
                platform -> allowances(settings, plans.limits(platform)),
                clock,
                RandomGenerator.getDefault());
    }

    private static List<Allowance> allowances(PollSettings settings, List<Limit> limits) {
        double daily = part("adskull.poll.daily-share", settings.dailyShare());
        double rate = part("adskull.poll.rate-share", settings.rateShare());
        return limits.stream()
                .map(limit -> new Allowance(limit, limit.daily() ? daily : rate))
                .toList();
    }

    private static double part(String key, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(key + " is " + value + ", it must be above 0 and at most 1");
        }
        return value;
    }

    @Produces
    @Singleton
    OwnedAccounts ownedAccounts(ProbeSchedule schedule) {
        return new OwnedAccounts(schedule);
    }

    private static ProbePlan plan(Platform platform) {
        String file = "platforms/" + platform.id() + "/probes.yaml";
        try (InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new PlanReader(file).read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
