package io.adskull.dashboard.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/// One UTC day of one part of an account.
///
/// @param watched how long somebody looked; of today so far
/// @param denied for how much of that access was refused
/// @param degraded for how much of that it answered with errors that are not about access
public record Day(
        LocalDate date,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration watched,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration denied,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration degraded) {
    public enum Kind {
        /// The account was not connected yet.
        UNKNOWN,
        /// All of the time.
        WORKING,
        /// Some of the time it did not.
        PARTLY,
        /// At no time.
        DOWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonProperty
    public Kind kind() {
        if (watched.isZero()) {
            return Kind.UNKNOWN;
        }
        if (down().isZero()) {
            return Kind.WORKING;
        }
        return down().compareTo(watched) < 0 ? Kind.PARTLY : Kind.DOWN;
    }

    /// Denied and degraded both count.
    Duration down() {
        return denied.plus(degraded);
    }

    public boolean troubled() {
        return !down().isZero();
    }
}
