package io.adskull.benchmarks.refresh;

import io.adskull.benchmarks.Goal;
import io.adskull.benchmarks.Machine;
import io.adskull.benchmarks.Report;
import io.adskull.token.refresh.Backoff;
import io.adskull.token.refresh.RefreshSchedule;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A day with 100,000 connections of one-hour tokens that were all made in one minute, by the schedule and the serving
/// rule of token-service, beside what is usual: a fixed margin of 15 minutes and a sweep every ten.
public final class RefreshBench {
    private static final int CONNECTIONS = 100_000;
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int REPLICAS = 4;
    private static final int UNDER_WAY_OF_A_REPLICA = 32;
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));
    private static final Duration MARGIN = Duration.ofMinutes(15);
    private static final long SWEEP_SECONDS = 600;

    /// As `adskull.refresh` has it when nothing is set.
    private static final RefreshSchedule SCHEDULE =
            new RefreshSchedule(Duration.ofMinutes(15), 0.2, Duration.ofDays(7), Duration.ofSeconds(10));

    private RefreshBench() {}

    public static Report run(PrintStream talk) {
        Machine machine = Machine.here();
        talk.println("A day of 100,000 connections with one-hour tokens, three times, about half a minute …");
        var noon = new SimulatedDay.Outage(12 * 3600, 12 * 3600 + 300);
        SimulatedDay.Outcome ours = day(spread(), REPLICAS * UNDER_WAY_OF_A_REPLICA, Optional.empty());
        SimulatedDay.Outcome outage = day(spread(), REPLICAS * UNDER_WAY_OF_A_REPLICA, Optional.of(noon));
        SimulatedDay.Outcome usual = day(RefreshBench::sweep, CONNECTIONS, Optional.empty());

        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("tokens_served_within_60s_of_end", (double) ours.servedNearTheEnd());
        figures.put("busiest_minute_over_mean", rounded(ours.busiestMinuteOverMean()));
        figures.put("asks_without_a_usable_token", (double) ours.notServed());
        figures.put("shortest_life_left_when_served_s", rounded(ours.shortestServed()));
        figures.put("refreshes_of_the_day", (double) ours.refreshes());
        figures.put("outage_of_5_min_tokens_served_within_60s_of_end", (double) outage.servedNearTheEnd());
        figures.put("outage_of_5_min_asks_without_a_usable_token", (double) outage.notServed());
        figures.put("outage_of_5_min_busiest_minute_over_mean", rounded(outage.busiestMinuteOverMean()));
        return new Report(
                "refresh",
                figures,
                Map.of("busiest_minute_over_mean", rounded(usual.busiestMinuteOverMean())),
                Map.of(
                        "busiest_minute_over_mean",
                        rounded(ours.busiestMinuteOverMean() / usual.busiestMinuteOverMean())),
                Map.of(
                        "tokens_served_within_60s_of_end", Goal.atMost(0.0),
                        "busiest_minute_over_mean", Goal.atMost(1.5),
                        "asks_without_a_usable_token", Goal.atMost(0.0),
                        "outage_of_5_min_tokens_served_within_60s_of_end", Goal.atMost(0.0),
                        "outage_of_5_min_asks_without_a_usable_token", Goal.atMost(0.0)),
                machine);
    }

    private static SimulatedDay.Outcome day(Planner planner, int underWay, Optional<SimulatedDay.Outage> outage) {
        return new SimulatedDay(CONNECTIONS, LIFETIME, underWay, planner, BACKOFF, outage).run();
    }

    private static Planner spread() {
        var random = new Random(7);
        return (issuedAt, together) -> together
                ? SCHEDULE.spread(issuedAt, LIFETIME, Optional.empty(), random::nextDouble)
                : SCHEDULE.steady(issuedAt, LIFETIME, Optional.empty(), random::nextDouble);
    }

    private static Instant sweep(Instant issuedAt, boolean together) {
        long due = issuedAt.plus(LIFETIME).minus(MARGIN).getEpochSecond();
        return Instant.ofEpochSecond(due / SWEEP_SECONDS * SWEEP_SECONDS);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
