package io.adskull.dashboard.history;

import io.adskull.dashboard.overview.Outage;
import io.adskull.dashboard.overview.PermissionState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Walks once through outages, day after day. For one walk by one thread.
final class OutageSweep {
    private static final Comparator<Outage> NEWEST_FIRST =
            Comparator.comparing(Outage::from).thenComparing(Outage::state).reversed();

    private final Deque<Outage> ahead;
    private final PriorityQueue<Outage> newestFirst = new PriorityQueue<>(NEWEST_FIRST);

    OutageSweep(List<Outage> outages) {
        this.ahead = new ArrayDeque<>(
                outages.stream().sorted(Comparator.comparing(Outage::from)).toList());
    }

    /// @param from not before the end of the day that was asked for before
    Day day(LocalDate date, Instant from, Instant to) {
        Duration denied = Duration.ZERO;
        Duration degraded = Duration.ZERO;
        Instant at = from;
        while (at.isBefore(to)) {
            advance(at);
            Outage now = newestFirst.peek();
            Instant next = next(now, to);
            Duration length = Duration.between(at, next);
            if (now != null && now.state() == PermissionState.DENIED) {
                denied = denied.plus(length);
            } else if (now != null) {
                degraded = degraded.plus(length);
            }
            at = next;
        }
        return new Day(date, Duration.between(from, to), denied, degraded);
    }

    private void advance(Instant at) {
        while (!ahead.isEmpty() && !ahead.peek().from().isAfter(at)) {
            newestFirst.add(ahead.remove());
        }
        while (!newestFirst.isEmpty() && over(newestFirst.peek(), at)) {
            newestFirst.remove();
        }
    }

    /// Older outages that end beneath a newer one are dropped once they come to the top.
    private Instant next(@Nullable Outage now, Instant to) {
        Instant next = to;
        if (now != null && now.until() != null && now.until().isBefore(next)) {
            next = now.until();
        }
        if (!ahead.isEmpty() && ahead.peek().from().isBefore(next)) {
            next = ahead.peek().from();
        }
        return next;
    }

    private static boolean over(Outage outage, Instant at) {
        return outage.until() != null && !outage.until().isAfter(at);
    }
}
