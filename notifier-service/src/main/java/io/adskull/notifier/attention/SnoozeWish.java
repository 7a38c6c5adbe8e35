package io.adskull.notifier.attention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// For how long somebody wants to hear nothing: until a time, or for so many hours.
public record SnoozeWish(@Nullable Instant until, @Nullable Integer hours) {
    static final Duration LONGEST = Duration.ofDays(30);

    /// @throws IllegalArgumentException with what is allowed, for the person
    Instant end(Instant now) {
        if ((until == null) == (hours == null)) {
            throw new IllegalArgumentException("Say either until when or for how many hours.");
        }
        Instant end = until == null ? now.plus(Duration.ofHours(hours == null ? 0 : hours)) : until;
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException(
                    "The time must be in the future, at most " + LONGEST.toDays() + " days from now.");
        }
        return end;
    }
}
