package io.adskull.poller.probe;

import java.time.Duration;

/// How many calls one developer app may make, of those that we take for probes. Spread evenly over the period; what was
/// not used is saved up to `burst` calls.
public record Limit(double calls, Duration per, int burst) {

    public Limit {
        if (!(calls > 0) || !per.isPositive() || burst < 1) {
            throw new IllegalArgumentException("a limit needs calls, a period and a burst above zero");
        }
    }

    public static Limit perSecond(double calls) {
        return new Limit(calls, Duration.ofSeconds(1), 1);
    }

    /// Between two calls in the long run.
    ///
    /// @param share of the limit, above 0 and at most 1
    public Duration interval(double share) {
        return Duration.ofNanos((long) (per.toNanos() / (calls * share)));
    }
}
