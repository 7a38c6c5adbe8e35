package io.adskull.poller.schedule;

import io.adskull.poller.probe.Limit;
import java.time.Duration;

/// What probes may take of one of the platform's limits; the rest is left to people, to reconnects and to the calls
/// of the SaaS itself.
///
/// @param portion of the limit, above 0 and at most 1
public record Allowance(Limit limit, double portion) {
    /// Two calls as far apart as the limit demands may arrive a little closer.
    private static final double MARGIN = 1.1;

    private static final Duration ONE_BY_ONE = Duration.ofSeconds(1);
    private static final int HOURS_OF_A_DAY = 24;
    private static final int QUARTERS = 4;

    /// Calls a second in the long run.
    ///
    /// @param share of the limit that is this replica's, above 0 and at most 1
    double rate(double share) {
        return 1e9 / interval(share).toNanos();
    }

    /// Between two calls in the long run. Replicas do not know of each other's calls, so each keeps to a whole number
    /// of calls a period: together they are never more than the limit, as long as each has one.
    Duration interval(double share) {
        double ours = limit.calls() * share;
        double even = limit.per().toNanos() / (ours * portion);
        double whole = Math.floor(ours);
        double safe = whole >= 1 ? limit.per().toNanos() * MARGIN / whole : even;
        return Duration.ofNanos((long) Math.max(1, Math.max(even, safe)));
    }

    /// How many calls may be saved up and made at once: an hour's of a day's allowance, a quarter of a
    /// shorter one, none of a second's.
    int burst(double share) {
        if (limit.per().compareTo(ONE_BY_ONE) <= 0) {
            return 1;
        }
        double ours = limit.calls() * share * portion;
        return (int) Math.max(1, ours / (limit.daily() ? HOURS_OF_A_DAY : QUARTERS));
    }

    /// How far ahead of its time an urgent call may be made. Whoever presses Re-test should not wait for a day's
    /// allowance; the regular probes wait until the loan is paid back.
    Duration loan() {
        return limit.daily() ? limit.per().dividedBy(4) : Duration.ZERO;
    }
}
