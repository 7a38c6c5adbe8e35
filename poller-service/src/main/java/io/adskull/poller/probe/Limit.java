package io.adskull.poller.probe;

import io.adskull.diagnosis.LimitScope;
import java.time.Duration;

/// How many calls a platform takes, as its documents say.
///
/// @param of by what the platform counts
/// @param utcDay whether the period is the calendar day in UTC; otherwise it slides
public record Limit(LimitScope of, double calls, Duration per, boolean utcDay) {
    private static final Duration DAY = Duration.ofDays(1);

    public Limit {
        if (!(calls > 0) || !per.isPositive() || utcDay && !per.equals(DAY)) {
            throw new IllegalArgumentException("a limit needs calls and a period above zero");
        }
    }

    public static Limit perSecond(double calls) {
        return new Limit(LimitScope.APP, calls, Duration.ofSeconds(1), false);
    }

    public static Limit perDay(double calls) {
        return new Limit(LimitScope.APP, calls, DAY, false);
    }

    public static Limit perUtcDay(double calls) {
        return new Limit(LimitScope.APP, calls, DAY, true);
    }

    /// Whether it is about the calls of a whole day, and not about how fast they come.
    public boolean daily() {
        return per.compareTo(DAY) >= 0;
    }
}
