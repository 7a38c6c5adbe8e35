package io.adskull.poller.schedule;

import io.adskull.poller.probe.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Spaces calls so that every limit holds: evenly, with what was not used saved up to a limit's burst (the generic cell
/// rate algorithm). Not thread-safe: one dispatcher has it.
final class Pace {
    private final List<Limit> limits;

    /// For each limit when its calls so far are paid off.
    private final Instant[] paid;

    /// Before it no further call may start, as far as is known.
    private Instant free = Instant.EPOCH;

    Pace(List<Limit> limits) {
        this.limits = List.copyOf(limits);
        this.paid = new Instant[limits.size()];
        Arrays.fill(paid, Instant.EPOCH);
    }

    /// Whether another call may start at `horizon` or before.
    boolean openAt(Instant horizon) {
        return !free.isAfter(horizon);
    }

    /// The moment for one more call, `earliest` or as soon as the limits allow.
    ///
    /// @param share of each limit that is ours
    Instant reserve(Instant earliest, double share) {
        Instant at = free.isAfter(earliest) ? free : earliest;
        for (int i = 0; i < paid.length; i++) {
            Duration interval = limits.get(i).interval(share);
            Duration saved = interval.multipliedBy(limits.get(i).burst() - 1);
            Instant from = paid[i].minus(saved);
            at = from.isAfter(at) ? from : at;
        }
        free = at;
        for (int i = 0; i < paid.length; i++) {
            Duration interval = limits.get(i).interval(share);
            paid[i] = (paid[i].isAfter(at) ? paid[i] : at).plus(interval);
            Instant next = paid[i].minus(interval.multipliedBy(limits.get(i).burst() - 1));
            free = next.isAfter(free) ? next : free;
        }
        return at;
    }
}
