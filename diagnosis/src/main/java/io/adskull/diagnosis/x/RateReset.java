package io.adskull.diagnosis.x;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When X accepts calls again. It names the moment, as seconds since 1970, for the account, for the user and for
/// the cost of calls; measured against the answer's own `Date`, so that no clock is needed.
final class RateReset {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RateReset() {}

    /// Empty when a `Retry-After` says it already, or no limit is used up. The account's limit counts before the
    /// user's, as X asks.
    static Optional<Duration> in(Map<String, String> headers) {
        if (headers.containsKey("retry-after")) {
            return Optional.empty();
        }
        Optional<Instant> sent = sent(headers);
        return sent.flatMap(now -> Stream.of("x-account-rate-limit", "x-rate-limit", "x-cost-rate-limit")
                .filter(limit -> isUsedUp(headers, limit))
                .flatMap(limit -> seconds(headers.get(limit + "-reset")).stream())
                .map(reset -> Duration.between(now, Instant.ofEpochSecond(reset)))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .findFirst());
    }

    /// A limit whose rest is not told counts as used up: X names it on answers that turn a call away.
    private static boolean isUsedUp(Map<String, String> headers, String limit) {
        return headers.containsKey(limit + "-reset")
                && headers.getOrDefault(limit + "-remaining", "0").strip().equals("0");
    }

    private static Optional<Instant> sent(Map<String, String> headers) {
        try {
            return Optional.ofNullable(headers.get("date"))
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> seconds(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> text.matches("\\d{9,11}"))
                .map(Long::valueOf);
    }
}
