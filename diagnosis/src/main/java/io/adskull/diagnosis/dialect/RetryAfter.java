package io.adskull.diagnosis.dialect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// The `Retry-After` header in both of its forms. A date is measured against the answer's own `Date`, so that no
/// clock is needed.
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /// Never negative and at most a day; empty when the header is missing or says nothing usable.
    public static Optional<Duration> in(Map<String, String> headers) {
        String value = headers.getOrDefault("retry-after", "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(value))).map(RetryAfter::bounded);
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            ZonedDateTime sent =
                    ZonedDateTime.parse(headers.getOrDefault("date", ""), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(sent, until)).map(RetryAfter::bounded);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
