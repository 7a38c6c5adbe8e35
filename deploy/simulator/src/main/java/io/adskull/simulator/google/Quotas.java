package io.adskull.simulator.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.limit.Limit;
import io.adskull.simulator.limit.PlatformLimits;
import io.adskull.simulator.traffic.Answer;
import java.time.Duration;
import java.util.Optional;

/// Google's quotas: operations in any 24 hours and calls a second of a developer token, and calls a second
/// of each customer.
final class Quotas {
    private final Limit day;
    private final Limit second;
    private final Limit customerSecond;

    Quotas(PlatformLimits limits) {
        this.day = limits.get("developer-day");
        this.second = limits.get("developer-second");
        this.customerSecond = limits.get("customer-second");
    }

    /// Takes one call; the refusal when it is one too many. A call that is refused uses nothing up.
    Optional<Answer> exceeded(String developerToken, Optional<String> customer) {
        return refusal(second, developerToken, "DEVELOPER", "Requests per second per developer token")
                .or(() -> customer.flatMap(
                        id -> refusal(customerSecond, developerToken + " " + id, "ACCOUNT", "Requests per account")))
                .or(() -> refusal(day, developerToken, "DEVELOPER", "Number of operations for basic access"));
    }

    private static Optional<Answer> refusal(Limit limit, String whose, String scope, String rateName) {
        Limit.Use use = limit.take(whose);
        if (!use.over()) {
            return Optional.empty();
        }
        limit.refused();
        long wait = seconds(use.resetsIn());
        return Optional.of(GoogleRefusal.RESOURCE_EXHAUSTED.answer(error -> {
            error.put("message", "Too many requests. Retry in " + wait + " seconds.");
            ObjectNode quota = error.putObject("details").putObject("quotaErrorDetails");
            quota.put("rateScope", scope).put("rateName", rateName).put("retryDelay", wait + "s");
        }));
    }

    /// Rounded up, so that whoever waits as told is answered.
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
