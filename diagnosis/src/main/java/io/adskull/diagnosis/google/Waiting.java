package io.adskull.diagnosis.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Clue;
import io.adskull.diagnosis.dialect.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long Google asks to wait. At most a day, for its quotas slide over 24 hours.
final class Waiting {
    /// From here on it is a quota that is used up, not a matter of slowing down.
    static final Duration LONG = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Clue WORDS = Clue.startingWith(
            "(?i)(?:retry|try again|wait)\\w* (?:in|after|for)?:? ?(\\d{1,7})(?:\\.\\d+)? ?s(?:ec|\\b)",
            "retry",
            "try again",
            "wait");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(?:\\.\\d+)?s?");

    private Waiting() {}

    /// The `retryDelay` of a detail: `40591s`, or `{"seconds": 40591}`.
    static Optional<Duration> in(JsonNode detail) {
        return Fields.first(
                        detail,
                        "retryDelay",
                        "retry_delay",
                        "retryDelay.seconds",
                        "retry_delay.seconds",
                        "retryAfterSeconds")
                .map(SECONDS::matcher)
                .filter(Matcher::matches)
                .map(seconds -> bounded(seconds.group(1)));
    }

    static Optional<Duration> in(String text) {
        return WORDS.in(text).map(Waiting::bounded);
    }

    private static Duration bounded(String seconds) {
        Duration wait = Duration.ofSeconds(Integer.parseInt(seconds));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
