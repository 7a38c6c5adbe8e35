package io.adskull.token.refresh;

import java.time.Duration;
import java.util.Optional;

/// How long to wait after a failure: what the platform asked for, then exponentially more with full jitter.
///
/// @param first upper bound after the first failure
/// @param longest upper bound after many
public record Backoff(Duration first, Duration longest) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 20;
    private static final int TRIES_BEFORE_THE_END = 4;
    private static final Duration LONGEST_WHEN_ENDED = Duration.ofMinutes(2);

    static Backoff of(RefreshSettings settings) {
        return new Backoff(settings.firstBackoff(), settings.longestBackoff());
    }

    /// The same, given how urgent it is: before a token's end there are always some tries left, and after it nobody
    /// waits for long.
    ///
    /// @param left of the access token's life; none or less when it has ended
    public Duration after(int failures, Optional<Duration> hint, double chance, Duration left) {
        Duration wait = after(failures, hint, chance);
        Duration most = left.isPositive() ? left.dividedBy(TRIES_BEFORE_THE_END) : LONGEST_WHEN_ENDED;
        boolean tooLong = hint.isEmpty() && wait.compareTo(most) > 0;
        return tooLong ? (most.compareTo(SHORTEST) < 0 ? SHORTEST : most) : wait;
    }

    /// @param failures that came before this one
    /// @param hint the platform's own wish, never undercut
    /// @param chance from 0 to 1, new for every wait
    public Duration after(int failures, Optional<Duration> hint, double chance) {
        double bound = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, Math.min(failures, DOUBLINGS)));
        Duration jittered = Duration.ofMillis((long) (bound * chance));
        Duration wait = jittered.compareTo(SHORTEST) < 0 ? SHORTEST : jittered;
        return hint.map(wait::plus).orElse(wait);
    }
}
