package io.adskull.benchmarks.refresh;

import io.adskull.token.access.UsableLife;
import io.adskull.token.refresh.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// One day of many connections, second by second: all of them consent within the first minute, some refreshes fail, the
/// replicas have so many calls under way at a time and not more, and every connection's token is asked for every ten
/// minutes by what would call the platform with it.
final class SimulatedDay {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAY = 86_400;
    private static final int ASKED_EVERY = 600;
    private static final int CONSENTS_WITHIN = 60;
    private static final double FAILING = 0.01;
    private static final Duration PLATFORM = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration NEAR_THE_END = Duration.ofSeconds(60);

    private final Random random = new Random(20261127);
    private final Planner planner;
    private final Backoff backoff;
    private final Duration lifetime;
    private final int outageFrom;
    private final int outageTo;
    private final int callsASecond;

    private final Instant[] issued;
    private final Instant[] planned;
    private final byte[] failures;
    private final IntStack[] due = new IntStack[DAY + 1];
    private final int[] callsOfMinute = new int[DAY / 60];

    /// @param underWay calls that all replicas together have under way at a time
    /// @param outage in which every refresh fails; empty: none
    SimulatedDay(
            int connections,
            Duration lifetime,
            int underWay,
            Planner planner,
            Backoff backoff,
            Optional<Outage> outage) {
        this.planner = planner;
        this.backoff = backoff;
        this.lifetime = lifetime;
        this.outageFrom = outage.map(Outage::fromSecond).orElse(DAY + 1);
        this.outageTo = outage.map(Outage::toSecond).orElse(DAY + 1);
        this.callsASecond = (int) (underWay * 1000L / PLATFORM.toMillis());
        issued = new Instant[connections];
        planned = new Instant[connections];
        failures = new byte[connections];
        Arrays.setAll(due, second -> new IntStack());
    }

    record Outage(int fromSecond, int toSecond) {}

    /// @param servedNearTheEnd tokens handed out with less than a minute to live, or dead
    /// @param notServed asks for which no usable token was there
    /// @param shortestServed seconds that a handed out token lived on, at least
    record Outcome(
            long refreshes,
            double busiestMinuteOverMean,
            long servedNearTheEnd,
            long notServed,
            double shortestServed) {}

    Outcome run() {
        for (int connection = 0; connection < issued.length; connection++) {
            renewed(connection, START.plusMillis(random.nextInt(CONSENTS_WITHIN * 1000)), true);
        }
        long near = 0;
        long notServed = 0;
        Duration shortest = lifetime;
        var queue = new ArrayDeque<Integer>();
        for (int second = 0; second < DAY; second++) {
            Instant now = START.plusSeconds(second);
            due[second].drainTo(queue);
            for (int calls = 0; calls < callsASecond && !queue.isEmpty(); calls++) {
                callsOfMinute[second / 60]++;
                refresh(queue.poll(), now);
            }
            for (int connection = second % ASKED_EVERY; connection < issued.length; connection += ASKED_EVERY) {
                Instant end = issued[connection].plus(lifetime);
                if (second < CONSENTS_WITHIN) {
                    continue;
                }
                if (!UsableLife.isUsable(issued[connection], Optional.of(end), now)) {
                    notServed++;
                    continue;
                }
                Duration left = Duration.between(now, end);
                near += left.compareTo(NEAR_THE_END) < 0 ? 1 : 0;
                shortest = left.compareTo(shortest) < 0 ? left : shortest;
            }
        }
        var minutes = Arrays.stream(callsOfMinute).summaryStatistics();
        return new Outcome(
                minutes.getSum(),
                minutes.getMax() / minutes.getAverage(),
                near,
                notServed,
                shortest.toMillis() / 1000.0);
    }

    private void refresh(int connection, Instant now) {
        long second = Duration.between(START, now).toSeconds();
        boolean fails = second >= outageFrom && second < outageTo || random.nextDouble() < FAILING;
        if (fails) {
            Duration left = Duration.between(now, issued[connection].plus(lifetime));
            Duration wait = backoff.after(failures[connection], Optional.empty(), random.nextDouble(), left);
            failures[connection]++;
            plan(connection, now.plus(PLATFORM).plus(wait));
        } else {
            renewed(
                    connection,
                    now,
                    failures[connection] > 0 || planned[connection].plus(LATE).isBefore(now));
        }
    }

    private void renewed(int connection, Instant askedAt, boolean together) {
        issued[connection] = askedAt;
        failures[connection] = 0;
        plan(connection, planner.refreshAt(askedAt, together));
    }

    private void plan(int connection, Instant at) {
        planned[connection] = at;
        // What comes due within a second is taken at its end.
        long second = Math.ceilDiv(Duration.between(START, at).toMillis(), 1000L);
        if (second <= DAY) {
            due[(int) second].add(connection);
        }
    }

    private static final class IntStack {
        private int[] values = new int[4];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void drainTo(ArrayDeque<Integer> queue) {
            for (int i = 0; i < size; i++) {
                queue.add(values[i]);
            }
            values = new int[0];
            size = 0;
        }
    }
}
