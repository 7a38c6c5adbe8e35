package io.adskull.diagnosis.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.diagnosis.dialect.Content;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What Meta's usage headers say about when calls are accepted again.
final class UsageHeaders {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Set<String> LIMITS = Set.of(
            "4", "9", "17", "32", "341", "613", "1487225", "1487742", "2446079", "5044001", "1504022", "1504039");

    private static final Pattern BUSINESS_CASE = Pattern.compile("800\\d\\d");

    private UsageHeaders() {}

    static boolean isLimit(String code) {
        return LIMITS.contains(code)
                || code.length() == 5 && BUSINESS_CASE.matcher(code).matches();
    }

    /// The longest wait that is named; one header counts minutes, the other seconds.
    static Optional<Duration> wait(Map<String, String> headers) {
        Duration wait = Duration.ZERO;
        for (JsonNode business : json(headers, "x-business-use-case-usage")) {
            for (JsonNode use : business) {
                wait = longer(wait, Duration.ofMinutes(amount(use, "estimated_time_to_regain_access")));
            }
        }
        if (wait.isZero()) {
            wait = Duration.ofSeconds(amount(json(headers, "x-ad-account-usage"), "reset_time_duration"));
        }
        return Optional.of(wait)
                .filter(Duration::isPositive)
                .map(named -> named.compareTo(LONGEST) > 0 ? LONGEST : named);
    }

    private static JsonNode json(Map<String, String> headers, String name) {
        byte[] value = headers.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
        return Content.of(value) instanceof Content.Json json ? json.root() : MissingNode.getInstance();
    }

    private static long amount(JsonNode node, String field) {
        return Math.clamp(node.path(field).asLong(0), 0, 1_000_000);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
