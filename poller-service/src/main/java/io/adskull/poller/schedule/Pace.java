package io.adskull.poller.schedule;

import java.time.Duration;
import java.time.Instant;

/// Spaces calls evenly, so that no second ever holds more than its budget. Not thread-safe: one dispatcher has it.
final class Pace {
    private Instant free = Instant.EPOCH;

    /// Whether another call may start at `horizon` or before.
    boolean openAt(Instant horizon) {
        return !free.isAfter(horizon);
    }

    /// The moment for one more call, `earliest` or as soon as the budget allows.
    Instant reserve(Instant earliest, double callsPerSecond) {
        Instant at = free.isAfter(earliest) ? free : earliest;
        free = at.plus(Duration.ofNanos((long) (1_000_000_000L / callsPerSecond)));
        return at;
    }
}
