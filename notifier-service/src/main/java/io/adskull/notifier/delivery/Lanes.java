package io.adskull.notifier.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How many messages are on their way to each destination, and which destinations want to be left alone. One slow
/// or refusing destination thereby takes its own lane only. Thread-safe.
final class Lanes {
    private final int all;
    private final int each;
    private final Map<String, Integer> onTheirWay = new HashMap<>();
    private final Map<String, Instant> pausedUntil = new HashMap<>();
    private final Set<String> troubled = new HashSet<>();

    /// @param all messages on their way at once
    /// @param each of them to one destination
    Lanes(int all, int each) {
        if (all < 1 || each < 1) {
            throw new IllegalArgumentException(
                    "adskull.alerts.delivery.at-once and at-once-each must be at least 1, not " + all + " and " + each);
        }
        this.all = all;
        this.each = each;
    }

    synchronized int free() {
        return all - onTheirWay.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Destinations that take no more for now.
    synchronized Set<String> busy(Instant now) {
        pausedUntil.values().removeIf(until -> !until.isAfter(now));
        Set<String> busy = new HashSet<>(pausedUntil.keySet());
        onTheirWay.forEach((destination, count) -> {
            if (count >= each) {
                busy.add(destination);
            }
        });
        return busy;
    }

    synchronized boolean isPaused(String destination, Instant now) {
        Instant until = pausedUntil.get(destination);
        return until != null && until.isAfter(now);
    }

    synchronized void enter(String destination) {
        onTheirWay.merge(destination, 1, Integer::sum);
    }

    synchronized void leave(String destination) {
        onTheirWay.computeIfPresent(destination, (name, count) -> count > 1 ? count - 1 : null);
    }

    synchronized void pause(String destination, Instant until) {
        pausedUntil.merge(destination, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    synchronized void failed(String destination) {
        troubled.add(destination);
    }

    /// @return whether the destination had failed before, so that others may be waiting for it
    synchronized boolean recovered(String destination) {
        return troubled.remove(destination);
    }
}
