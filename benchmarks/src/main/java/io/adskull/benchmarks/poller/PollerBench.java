package io.adskull.benchmarks.poller;

import io.adskull.benchmarks.Goal;
import io.adskull.benchmarks.Machine;
import io.adskull.benchmarks.Report;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One real poller at the simulator: what an idle account costs, how many polls a second it makes beside a bare load
/// generator with as many connections, and how punctual it is at a part of that.
public final class PollerBench {
    /// More than any poller asks in an interval: 10,400 polls a second.
    private static final int MORE_THAN_ENOUGH = 8_000;

    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final double STEADY_SHARE = 0.7;
    private static final double LATE = 0.05;
    private static final double HEALTHY_ENOUGH = 0.999;

    private final Map<String, Double> figures = new LinkedHashMap<>();

    private PollerBench() {}

    public static Report run(PrintStream talk) {
        Machine machine = Machine.here();
        try (BenchedSystem system = BenchedSystem.start(Path.of("").toAbsolutePath())) {
            return new PollerBench().measured(system, talk, machine);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Report measured(BenchedSystem system, PrintStream talk, Machine machine) throws InterruptedException {
        String token = Consent.given("http://localhost:" + system.simulatorPort(), "fleet-" + MORE_THAN_ENOUGH);
        try (AccessTokens _ = new AccessTokens(system.tokenServicePort(), token)) {
            talk.println("200,000 idle accounts …");
            IdleAccounts idle = IdleAccounts.measured(system);
            figures.put("heap_per_idle_account_bytes", rounded(idle.heapBytes()));
            figures.put("idle_accounts_known_after_s", rounded(idle.knownAfter().toMillis() / 1000.0));
            try (BusyPoller poller = new BusyPoller(system)) {
                double reference = race(poller, system.simulatorPort(), token, talk);
                punctuality(poller, talk);
                double ratio = figures.getOrDefault("polls_per_second", 0.0) / reference;
                figures.put("polls_per_second_over_reference", rounded(ratio));
                return new Report(
                        "poller",
                        figures,
                        Map.of("polls_per_second", rounded(reference)),
                        Map.of("polls_per_second", rounded(ratio)),
                        Map.of(
                                "polls_per_second_over_reference", Goal.atLeast(0.5),
                                "heap_per_idle_account_bytes", Goal.atMost(1024),
                                "late_polls_percent", Goal.atMost(0.1)),
                        machine);
            }
        }
    }

    /// In turn, so that what else the machine does concerns both.
    ///
    /// @return what the bare generator gets
    private double race(BusyPoller poller, int port, String token, PrintStream talk) throws InterruptedException {
        talk.println("Warming up …");
        poller.watch(MORE_THAN_ENOUGH, Duration.ZERO, WARM_UP);
        var load = new RawLoad(AskedBefore.of(port, token));
        load.run(port, BusyPoller.CONNECTIONS, SETTLING);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            BusyPoller.Measured measured = poller.watch(MORE_THAN_ENOUGH, SETTLING, ROUND);
            if (measured.share("healthy") < HEALTHY_ENOUGH) {
                throw new IllegalStateException("the simulator did not answer all polls healthily");
            }
            ours.add(measured.polls());
            cpu.add(measured.cpu().toNanos() / 1e3);
            bare.add(load.run(port, BusyPoller.CONNECTIONS, ROUND));
            talk.printf("  round %d: %,.0f polls a second beside %,.0f%n", round, ours.getLast(), bare.getLast());
        }
        figures.put("polls_per_second", rounded(median(ours)));
        figures.put("cpu_of_the_poller_per_poll_us", rounded(median(cpu)));
        return median(bare);
    }

    private void punctuality(BusyPoller poller, PrintStream talk) throws InterruptedException {
        double wanted = STEADY_SHARE * figures.getOrDefault("polls_per_second", 0.0);
        int accounts = (int) (wanted * BusyPoller.INTERVAL.toSeconds() / BusyPoller.PROBES_OF_AN_ACCOUNT);
        talk.printf("Steady load of %,d accounts …%n", accounts);
        BusyPoller.Measured steady =
                poller.watch(accounts, BusyPoller.INTERVAL.multipliedBy(3), BusyPoller.INTERVAL.multipliedBy(3));
        Duration late = Duration.ofMillis((long) (BusyPoller.INTERVAL.toMillis() * LATE));
        figures.put("late_polls_percent", rounded(100 * steady.laterThan(late)));
        figures.put("steady_polls_per_second", rounded(steady.polls()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
