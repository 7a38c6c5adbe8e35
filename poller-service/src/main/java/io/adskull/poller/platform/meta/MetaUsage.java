package io.adskull.poller.platform.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.http.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How much Meta says is used, in percent
/// (https://developers.facebook.com/docs/graph-api/overview/rate-limiting and
/// https://developers.facebook.com/docs/marketing-api/overview/rate-limiting).
final class MetaUsage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MetaUsage() {}

    static List<Usage> in(Map<String, String> headers) {
        List<Usage> usages = new ArrayList<>();
        add(usages, LimitScope.APP, calls(json(headers, "x-app-usage")), Optional.empty());
        JsonNode account = json(headers, "x-ad-account-usage");
        add(usages, LimitScope.ACCOUNT, account.path("acc_id_util_pct").asDouble(), seconds(account));
        for (JsonNode business : json(headers, "x-business-use-case-usage")) {
            for (JsonNode useCase : business) {
                add(usages, LimitScope.ACCOUNT, calls(useCase), minutes(useCase));
            }
        }
        JsonNode insights = json(headers, "x-fb-ads-insights-throttle");
        add(usages, LimitScope.APP, insights.path("app_id_util_pct").asDouble(), Optional.empty());
        add(usages, LimitScope.ACCOUNT, insights.path("acc_id_util_pct").asDouble(), Optional.empty());
        return usages;
    }

    private static void add(List<Usage> usages, LimitScope of, double percent, Optional<Duration> reset) {
        if (percent > 0) {
            usages.add(new Usage(of, percent / 100, reset));
        }
    }

    private static double calls(JsonNode use) {
        return Math.max(
                use.path("call_count").asDouble(),
                Math.max(
                        use.path("total_time").asDouble(),
                        use.path("total_cputime").asDouble()));
    }

    private static Optional<Duration> seconds(JsonNode account) {
        return Optional.of(
                Duration.ofSeconds(account.path("reset_time_duration").asInt()));
    }

    private static Optional<Duration> minutes(JsonNode useCase) {
        return Optional.of(Duration.ofMinutes(
                useCase.path("estimated_time_to_regain_access").asInt()));
    }

    private static JsonNode json(Map<String, String> headers, String name) {
        try {
            return headers.containsKey(name) ? JSON.readTree(headers.get(name)) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
