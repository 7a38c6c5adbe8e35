package io.adskull.simulator.tiktok;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Calls a second and a minute of each developer app. TikTok sends no header about it and says when only in words.
@Singleton
final class RateLimits {
    private static final class Window {
        private long period = -1;
        private int calls;

        int count(long now) {
            if (now != period) {
                period = now;
                calls = 0;
            }
            return ++calls;
        }
    }

    private static final class Usage {
        private final Window second = new Window();
        private final Window minute = new Window();
    }

    private final Clock clock;
    private final int qps;
    private final int qpm;
    private final Map<String, Usage> usage = new ConcurrentHashMap<>();

    @Inject
    RateLimits(Clock clock, TikTokConfig config) {
        this(clock, config.qps(), config.qpm().orElse(60 * config.qps()));
    }

    RateLimits(Clock clock, int qps, int qpm) {
        this.clock = clock;
        this.qps = qps;
        this.qpm = qpm;
    }

    /// Counts a call of `app`; the refusal when it was one too many.
    Optional<Reply> exceeded(String app) {
        long second = clock.instant().getEpochSecond();
        Usage used = usage.computeIfAbsent(app, ignored -> new Usage());
        int inSecond;
        int inMinute;
        synchronized (used) {
            inSecond = used.second.count(second);
            inMinute = used.minute.count(second / 60);
        }
        if (inSecond > qps) {
            String message = "App %s reaches the QPS limit %d, current QPS is %d".formatted(app, qps, inSecond);
            return Optional.of(new Reply.Refused(40100, message));
        }
        if (inMinute > qpm) {
            String message =
                    "Due to too many requests, requests from App %s are temporarily restricted.".formatted(app);
            return Optional.of(new Reply.Refused(40100, message));
        }
        return Optional.empty();
    }
}
