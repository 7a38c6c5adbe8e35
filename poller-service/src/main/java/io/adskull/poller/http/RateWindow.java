package io.adskull.poller.http;

import io.adskull.diagnosis.LimitScope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The usual three headers about a limit: how many calls fit, how many are left, and when they count anew.
///
/// @param of by what the platform counts
/// @param headers common start of their names, in lower case, such as `x-ratelimit-`
public record RateWindow(LimitScope of, String headers) {
    /// Seconds since 1970 are more than that, a wait is less.
    private static final double LONGEST_WAIT = Duration.ofDays(365).toSeconds();

    /// Empty when the answer does not tell.
    ///
    /// @param nowSeconds since 1970
    public Optional<Usage> in(Map<String, String> answered, long nowSeconds) {
        Optional<Double> left = number(answered, "remaining");
        Optional<Double> all = number(answered, "limit")
                .or(() -> number(answered, "used").flatMap(used -> left.map(rest -> used + rest)));
        return left.flatMap(rest -> all.filter(calls -> calls > 0)
                .map(calls -> new Usage(of, 1 - rest / calls, reset(answered, nowSeconds))));
    }

    private Optional<Duration> reset(Map<String, String> answered, long nowSeconds) {
        return number(answered, "reset")
                .map(seconds -> seconds > LONGEST_WAIT ? seconds - nowSeconds : seconds)
                .map(seconds -> Duration.ofSeconds((long) Math.clamp(Math.ceil(seconds), 0, LONGEST_WAIT)));
    }

    private Optional<Double> number(Map<String, String> answered, String name) {
        try {
            return Optional.ofNullable(answered.get(headers + name))
                    .map(text -> Double.parseDouble(text.strip()))
                    .filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
