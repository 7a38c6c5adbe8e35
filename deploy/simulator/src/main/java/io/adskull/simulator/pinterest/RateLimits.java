package io.adskull.simulator.pinterest;

import io.adskull.simulator.limit.Limit;
import io.adskull.simulator.limit.PlatformLimits;
import io.adskull.simulator.traffic.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Pinterest's limits: a second of each user of an app, a minute of analytics, and a day of an app on
/// trial. Headers tell what is left of whichever is nearest to its end, and in how many seconds it begins
/// anew.
final class RateLimits {
    private final Limit second;
    private final Limit analytics;
    private final Limit day;

    RateLimits(PlatformLimits limits) {
        this.second = limits.get("user-second");
        this.analytics = limits.get("analytics-minute");
        this.day = limits.get("app-day");
    }

    Answer counted(String app, String user, String path, Supplier<Answer> answer) {
        List<Taken> taken = new ArrayList<>();
        taken.add(Taken.of(day, app));
        taken.add(Taken.of(second, app + " " + user));
        if (path.endsWith("/analytics")) {
            taken.add(Taken.of(analytics, app + " " + user));
        }
        return taken.stream()
                .filter(one -> one.use().over())
                .findFirst()
                .map(RateLimits::refusal)
                .orElseGet(() -> taken.stream()
                        .map(Taken::use)
                        .filter(use -> use.calls().isPresent())
                        .max((a, b) -> Double.compare(a.percent(), b.percent()))
                        .map(nearest -> withHeaders(answer.get(), nearest))
                        .orElseGet(answer));
    }

    private record Taken(Limit limit, Limit.Use use) {
        static Taken of(Limit limit, String whose) {
            return new Taken(limit, limit.take(whose));
        }
    }

    private static Answer refusal(Taken taken) {
        taken.limit().refused();
        String body = "{\"code\":8,\"message\":\"You have exceeded your rate limit. Try again later.\"}";
        return withHeaders(Answer.json(429, body, OptionalInt.empty()), taken.use())
                .withDefaultHeader("x-envoy-ratelimited", "true");
    }

    private static Answer withHeaders(Answer answer, Limit.Use use) {
        return answer.withDefaultHeader(
                        "X-RateLimit-Limit", Integer.toString(use.calls().orElseThrow()))
                .withDefaultHeader("X-RateLimit-Remaining", Integer.toString(use.remaining()))
                .withDefaultHeader(
                        "X-RateLimit-Reset",
                        Long.toString(use.resetsIn().plusMillis(999).toSeconds()));
    }
}
