package io.adskull.diagnosis.reddit;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.dialect.RetryAfter;
import java.time.Duration;
import java.util.Optional;

/// When calls are counted anew. Reddit tells it with every answer; it matters when a call was refused for it.
final class Reset {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Reset() {}

    /// Empty when `Retry-After` says more.
    static Optional<Duration> in(Answer answer) {
        boolean limited = answer.httpStatus().filter(status -> status == 429).isPresent();
        boolean told =
                RetryAfter.in(answer.headers()).filter(Duration::isPositive).isPresent();
        String reset = answer.headers().getOrDefault("x-ratelimit-reset", "").strip();
        if (!limited || told || !reset.matches("\\d{1,7}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds((long) Math.ceil(Double.parseDouble(reset)));
        return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
