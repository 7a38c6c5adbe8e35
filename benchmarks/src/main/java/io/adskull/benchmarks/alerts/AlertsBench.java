package io.adskull.benchmarks.alerts;

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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// From an incident's event to the receiver: how late at a steady rate, and how many a second in a burst.
public final class AlertsBench {
    private static final int A_SECOND = 100;
    private static final int STEADY = 3_000;
    /// Alike for both; so many it takes until most of what runs is compiled.
    private static final int WARM_UP_ROUNDS = 10;
    private static final int BURST = 2_000;
    private static final int ROUNDS = 5;
    private static final int FLOOD = 1_000;
    private static final int FEW_A_SECOND = 20;
    private static final int FEW = 600;
    private static final int KILLS = 3;
    private static final int KILLED = 6_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Receiver receiver;
    private final PrintStream talk;
    private int next;

    private AlertsBench(Receiver receiver, PrintStream talk) {
        this.receiver = receiver;
        this.talk = talk;
    }

    /// @param delays from when an alert was due to be told to when it arrived, in order; those that did not arrive
    /// are missing
    private record Steady(List<Double> delays, int lost, int repeated) {
        double percentile(double share) {
            return delays.isEmpty()
                    ? Double.NaN
                    : delays.get((int) Math.min(delays.size() - 1L, Math.round(share * delays.size())));
        }
    }

    public static Report run(PrintStream talk) {
        Machine machine = Machine.here();
        Path root = Path.of("").toAbsolutePath();
        try (var receiver = new Receiver();
                var notifier = new Notifier(root, receiver.url())) {
            var bench = new AlertsBench(receiver, talk);
            Optional<Contender> reference = Alertmanager.installed(root, receiver.url());
            if (reference.isEmpty()) {
                talk.println(
                        "Alertmanager is not installed (Debian: prometheus-alertmanager): nothing to compare with");
            }
            try {
                return bench.measured(notifier, reference, machine);
            } finally {
                reference.ifPresent(Contender::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Report measured(Notifier ours, Optional<Contender> theirs, Machine machine) throws InterruptedException {
        List<Contender> all = new ArrayList<>(List.of(ours));
        theirs.ifPresent(all::add);
        Map<Contender, Map<String, Double>> figures = new LinkedHashMap<>();
        for (Contender contender : all) {
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                burst(contender, BURST);
            }
            figures.put(contender, new LinkedHashMap<>());
            Steady steady = steady(contender, STEADY, A_SECOND);
            figures.get(contender).put("delay_p50_ms", rounded(steady.percentile(0.5)));
            figures.get(contender).put("delay_p99_ms", rounded(steady.percentile(0.99)));
            figures.get(contender).put("lost", (double) steady.lost());
            figures.get(contender).put("doubled", (double) steady.repeated());
            talk.printf(
                    "  %s at %d a second: p50 %.1f ms, p99 %.1f ms, %d lost%n",
                    contender.name(), A_SECOND, steady.percentile(0.5), steady.percentile(0.99), steady.lost());
        }
        Map<Contender, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (Contender contender : all) {
                double rate = burst(contender, BURST);
                rates.computeIfAbsent(contender, _ -> new ArrayList<>()).add(rate);
                talk.printf("  round %d: %s %,.0f a second%n", round, contender.name(), rate);
            }
        }
        rates.forEach((contender, measured) ->
                figures.getOrDefault(contender, Map.of()).put("alerts_per_second", rounded(median(measured))));
        flood(ours, figures.getOrDefault(ours, Map.of()));
        for (Contender contender : all) {
            kills(contender, figures.getOrDefault(contender, Map.of()));
        }
        return report(
                figures.getOrDefault(ours, Map.of()),
                theirs.map(contender -> figures.getOrDefault(contender, Map.of()))
                        .orElse(Map.of()),
                machine);
    }

    /// What others feel while one tenant's Slack answers 429 to a thousand messages.
    private void flood(Notifier ours, Map<String, Double> figures) throws InterruptedException {
        Steady quiet = steady(ours, FEW, FEW_A_SECOND);
        ours.sendTo(receiver.busyUrl());
        for (int i = 0; i < FLOOD; i++) {
            ours.tellOfFlood(next++);
        }
        Steady flooded = steady(ours, FEW, FEW_A_SECOND);
        figures.put("quiet_p99_ms", rounded(quiet.percentile(0.99)));
        figures.put("flooded_p99_ms", rounded(flooded.percentile(0.99)));
        figures.put("flooded_p99_over_quiet", rounded(flooded.percentile(0.99) / quiet.percentile(0.99)));
        figures.merge("lost", (double) quiet.lost() + flooded.lost(), Double::sum);
        talk.printf(
                "  beside a tenant whose Slack is busy: p99 %.1f ms, before %.1f ms%n",
                flooded.percentile(0.99), quiet.percentile(0.99));
    }

    /// What is lost and what comes twice where each program is killed in the middle of its work.
    private void kills(Contender contender, Map<String, Double> figures) throws InterruptedException {
        receiver.forget();
        int first = next;
        next += KILLED;
        Thread killing = Thread.ofVirtual().start(() -> {
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    awaitArrivals((2 * kill + 1) * KILLED / (2 * KILLS));
                    contender.killAndStart();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        tell(contender, first, KILLED, between(A_SECOND));
        killing.join();
        contender.tellAgain(first, KILLED);
        awaitArrivals(KILLED);
        figures.put("lost_when_killed", (double) KILLED - receiver.count());
        figures.put("doubled_when_killed", (double) receiver.repeats());
        talk.printf(
                "  %s, killed %d times: %d lost, %d twice, of %,d%n",
                contender.name(), KILLS, KILLED - receiver.count(), receiver.repeats(), KILLED);
    }

    private static Report report(Map<String, Double> ours, Map<String, Double> reference, Machine machine) {
        Map<String, Double> figures = new LinkedHashMap<>(ours);
        Map<String, Double> ratios = new LinkedHashMap<>();
        Map<String, Goal> goals = new LinkedHashMap<>(Map.of(
                "delay_p99_ms_over_reference", Goal.atMost(1),
                "alerts_per_second_over_reference", Goal.atLeast(1),
                "flooded_p99_over_quiet", Goal.atMost(1.1),
                "lost", Goal.atMost(0),
                "doubled", Goal.atMost(0)));
        for (String figure : List.of("lost_when_killed", "doubled_when_killed")) {
            Double theirs = reference.get(figure);
            goals.put(figure, Goal.atMost(theirs == null ? 0 : theirs));
        }
        for (String figure : List.of("delay_p50_ms", "delay_p99_ms", "alerts_per_second")) {
            Double theirs = reference.get(figure);
            if (theirs != null) {
                double ratio = rounded(figures.getOrDefault(figure, Double.NaN) / theirs);
                ratios.put(figure, ratio);
                figures.put(figure + "_over_reference", ratio);
            }
        }
        return new Report("alerts", figures, reference, ratios, goals, machine);
    }

    private Steady steady(Contender contender, int count, int aSecond) throws InterruptedException {
        receiver.forget();
        int first = next;
        next += count;
        long between = between(aSecond);
        long start = tell(contender, first, count, between);
        awaitArrivals(count);
        Map<Integer, Long> arrivals = receiver.arrivals();
        List<Double> delays = new ArrayList<>();
        arrivals.forEach((alert, at) -> delays.add((at - start - (alert - first) * between) / 1e6));
        delays.sort(Double::compare);
        return new Steady(delays, count - arrivals.size(), receiver.repeats());
    }

    /// At times fixed beforehand: an alert that waits because the one before it does is late, too.
    ///
    /// @param between nanoseconds
    /// @return when the first was due, by [System#nanoTime()]
    private static long tell(Contender contender, int first, int count, long between) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * between;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            contender.tell(first + i);
        }
        return start;
    }

    private static long between(int aSecond) {
        return TimeUnit.SECONDS.toNanos(1) / aSecond;
    }

    /// @return alerts a second, from the first that is told to the last that arrives
    private double burst(Contender contender, int count) throws InterruptedException {
        receiver.forget();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            contender.tell(next++);
        }
        awaitArrivals(count);
        long last = receiver.arrivals().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(Long.MAX_VALUE);
        return receiver.count() / ((last - start) / 1e9);
    }

    private void awaitArrivals(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (receiver.count() < count && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(5));
        }
        // What would come twice has a moment to.
        Thread.sleep(Duration.ofMillis(300));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
