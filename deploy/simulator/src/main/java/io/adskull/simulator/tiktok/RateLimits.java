package io.adskull.simulator.tiktok;

import io.adskull.simulator.limit.Limit;
import io.adskull.simulator.limit.Limits;
import io.adskull.simulator.limit.PlatformLimits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Calls a second, a minute and a day of each developer app, and a second of each advertiser at each path.
/// TikTok sends no header about it and says when only in words. A call that is turned away counts like
/// every other.
@Singleton
final class RateLimits {
    private final Limit second;
    private final Limit minute;
    private final Limit day;
    private final Limit advertiser;

    @Inject
    RateLimits(Limits limits) {
        this(limits.of(TikTokPlatform.NAME));
    }

    RateLimits(PlatformLimits limits) {
        this.second = limits.get("app-second");
        this.minute = limits.get("app-minute");
        this.day = limits.get("app-day");
        this.advertiser = limits.get("advertiser-path-second");
    }

    /// Counts a call of `app`; the refusal when it was one too many. The limit that holds longest is told.
    Optional<Reply> exceeded(String app, TikTokCall call) {
        Limit.Use inSecond = second.count(app);
        Limit.Use inMinute = minute.count(app);
        Limit.Use inDay = day.count(app);
        Optional<String> advertiserId = call.parameter("advertiser_id").or(() -> call.field("advertiser_id"));
        Optional<Limit.Use> ofAdvertiser = advertiserId.map(id -> advertiser.count(id + " " + call.path()));
        if (inDay.over()) {
            return refused(
                    day,
                    40100,
                    "App %s reaches the QPD limit of the day. Daily limit is %d."
                            .formatted(app, inDay.calls().orElse(0)));
        }
        if (inMinute.over()) {
            return refused(
                    minute,
                    40100,
                    "Due to too many requests, requests from App %s are temporarily restricted.".formatted(app));
        }
        if (inSecond.over()) {
            return refused(
                    second,
                    40100,
                    "App %s reaches the QPS limit %d, current QPS is %d"
                            .formatted(app, inSecond.calls().orElse(0), inSecond.used()));
        }
        return ofAdvertiser
                .filter(Limit.Use::over)
                .flatMap(use -> refused(
                        advertiser,
                        40133,
                        "Advertiser (%s)'s QPS (%d) reaches QPS limit %d for current path, request is temporarily restricted."
                                .formatted(
                                        advertiserId.orElse(""),
                                        use.used(),
                                        use.calls().orElse(0))));
    }

    private static Optional<Reply> refused(Limit limit, int code, String message) {
        limit.refused();
        return Optional.of(new Reply.Refused(code, message));
    }
}
