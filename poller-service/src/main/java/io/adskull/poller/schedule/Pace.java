package io.adskull.poller.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Spaces calls so that every allowance holds: evenly, with what was not used saved up to its burst (the generic cell
/// rate algorithm). Not thread-safe.
final class Pace {
    /// Who wakes up this late catches up; otherwise each late start would lower the rate for good.
    private static final Duration CATCHES_UP = Duration.ofMillis(20);

    private final List<Allowance> allowances;

    /// For each allowance when its calls so far are paid off.
    private final Instant[] paid;

    Pace(List<Allowance> allowances) {
        this.allowances = allowances;
        this.paid = new Instant[allowances.size()];
        Arrays.fill(paid, Instant.EPOCH);
    }

    /// The first moment at which one more call may start.
    ///
    /// @param share of each limit that is ours
    Instant free(double share, boolean urgent) {
        Instant free = Instant.EPOCH;
        for (int i = 0; i < paid.length; i++) {
            Allowance allowance = allowances.get(i);
            Duration early = allowance.interval(share).multipliedBy(allowance.burst(share) - 1L);
            early = urgent ? early.plus(allowance.loan()) : early;
            Instant from = paid[i].minus(early.isZero() ? CATCHES_UP : early);
            free = from.isAfter(free) ? from : free;
        }
        return free;
    }

    /// Counts a call that starts at `at`.
    void spend(Instant at, double share) {
        for (int i = 0; i < paid.length; i++) {
            paid[i] =
                    (paid[i].isAfter(at) ? paid[i] : at).plus(allowances.get(i).interval(share));
        }
    }

    /// Takes back a call that was counted and never made.
    void refund(double share) {
        for (int i = 0; i < paid.length; i++) {
            paid[i] = paid[i].minus(allowances.get(i).interval(share));
        }
    }

    /// Whether all calls so far are paid off, so that nothing needs to be remembered.
    boolean isSquare(Instant now) {
        return Arrays.stream(paid).noneMatch(now::isBefore);
    }
}
