package io.adskull.poller.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/// What waits for one platform, and when it may be called. Guarded by the lock of its condition.
final class PlatformLine {
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    final Budget budget;
    private final PlatformQueue queue = new PlatformQueue();
    private final Condition changed;
    private Instant wakesAt = Instant.MIN;

    PlatformLine(Budget budget, Condition changed) {
        this.budget = budget;
        this.changed = changed;
    }

    int size() {
        return queue.size();
    }

    void put(ScheduledProbe probe, Instant dueAt) {
        queue.remove(probe);
        probe.dueAtMillis = dueAt.toEpochMilli();
        queue.put(probe);
        if (dueAt.isBefore(wakesAt)) {
            changed.signal();
        }
    }

    void remove(ScheduledProbe probe) {
        queue.remove(probe);
    }

    /// Takes out what is due and may be asked, as far as the app's limits are concerned.
    Optional<ScheduledProbe> next(double share, Instant now) {
        long nowMillis = now.toEpochMilli();
        Optional<ScheduledProbe> urgent =
                budget.openAt(share, true).isAfter(now) ? Optional.empty() : queue.takeUrgent(nowMillis);
        return urgent.isPresent() || budget.openAt(share, false).isAfter(now) ? urgent : queue.takeRegular(nowMillis);
    }

    /// Sleeps until there may be something to take.
    ///
    /// @param nanos the longest sleep
    /// @return how much of `nanos` is left
    long sleep(double share, Instant now, long nanos) throws InterruptedException {
        Instant next = earlier(
                later(queue.nextUrgentMillis(), budget.openAt(share, true)),
                later(queue.nextRegularMillis(), budget.openAt(share, false)));
        wakesAt = earlier(next, now.plus(LONGEST_SLEEP));
        // Never zero: a clock that stands still would make this a busy loop.
        long sleep = Math.clamp(Duration.between(now, wakesAt).toNanos(), 1, nanos);
        try {
            return nanos - sleep + changed.awaitNanos(sleep);
        } finally {
            wakesAt = Instant.MIN;
        }
    }

    private static Instant later(long millis, Instant at) {
        Instant other = Instant.ofEpochMilli(millis);
        return other.isAfter(at) ? other : at;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
