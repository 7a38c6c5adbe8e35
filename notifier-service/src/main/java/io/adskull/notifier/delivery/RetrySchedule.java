package io.adskull.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When to try again: exponential backoff with full jitter, never sooner than the receiver asked, until time is
/// up. Pure.
record RetrySchedule(Duration firstWait, Duration longestWait, Duration giveUpAfter) {
    private static final int MOST_DOUBLINGS = 30;

    RetrySchedule {
        if (firstWait.isNegative() || firstWait.isZero() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("adskull.alerts.delivery.first-wait must be positive and at most"
                    + " longest-wait, not " + firstWait + " and " + longestWait);
        }
        if (giveUpAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "adskull.alerts.delivery.give-up-after must not be negative, not " + giveUpAfter);
        }
    }

    /// @param attempts how many were made, at least 1
    /// @param firstAttemptAt when the first of them began
    /// @param asked how long the receiver wants to be left alone
    /// @return empty when it is time to give up
    Optional<Instant> next(
            int attempts, Instant firstAttemptAt, Instant now, Optional<Duration> asked, RandomGenerator random) {
        if (!now.isBefore(firstAttemptAt.plus(giveUpAfter))) {
            return Optional.empty();
        }
        long ceiling = ceiling(attempts).toMillis();
        Duration jittered = Duration.ofMillis(random.nextLong(ceiling + 1));
        return Optional.of(
                now.plus(asked.filter(wait -> wait.compareTo(jittered) > 0).orElse(jittered)));
    }

    /// Longest wait after so many attempts.
    Duration ceiling(int attempts) {
        int doublings = Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS);
        long factor = 1L << doublings;
        return firstWait.compareTo(longestWait.dividedBy(factor)) > 0 ? longestWait : firstWait.multipliedBy(factor);
    }
}
