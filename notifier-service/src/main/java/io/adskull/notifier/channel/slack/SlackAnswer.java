package io.adskull.notifier.channel.slack;

import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What Slack's answer to a webhook means (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
/// Pure.
final class SlackAnswer {
    /// Longer waits than this are somebody's mistake, and the alert is wanted today.
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private SlackAnswer() {}

    static Outcome read(int status, String body, Optional<String> retryAfter, Instant now) {
        String said = "Slack answered " + status + (body.isBlank() ? "" : " \"" + Untrusted.line(body, 100) + "\"");
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status == 429 || status == 408 || status >= 500) {
            return new Outcome.Retry(retryAfter.flatMap(value -> wait(value, now)), said);
        }
        return new Outcome.GaveUp(said);
    }

    /// Seconds or an HTTP date; empty when it is neither.
    private static Optional<Duration> wait(String value, Instant now) {
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
