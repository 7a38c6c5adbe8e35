package io.adskull.notifier.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The header by which a receiver asks to be left alone (RFC 9110, 10.2.3). Pure.
public final class RetryAfter {
    /// Longer waits than this are somebody's mistake, and the alert is wanted today.
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private RetryAfter() {}

    /// @param value seconds or an HTTP date
    /// @return empty when it is neither
    public static Optional<Duration> read(String value, Instant now) {
        return seconds(value.strip())
                .or(() -> date(value.strip(), now))
                .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked)
                .filter(asked -> !asked.isNegative());
    }

    private static Optional<Duration> seconds(String value) {
        return value.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
