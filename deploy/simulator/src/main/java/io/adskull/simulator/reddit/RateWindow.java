package io.adskull.simulator.reddit;

import io.adskull.simulator.limit.Limit;
import io.adskull.simulator.limit.PlatformLimits;
import io.adskull.simulator.traffic.Answer;
import java.util.function.Supplier;

/// Reddit's window for each user of an app. Every answer tells in headers what was used, what is left and
/// in how many seconds it begins anew; a call too many gets a page, as from Reddit's edge.
final class RateWindow {
    private static final String PAGE = "<!doctype html><html><head><title>Too Many Requests</title></head><body>"
            + "<h1>whoa there, pardner!</h1><p>we're sorry, but you appear to be a bot and we've seen too many "
            + "requests from you lately.</p></body></html>";

    private final Limit limit;

    RateWindow(PlatformLimits limits) {
        this.limit = limits.get("user-window");
    }

    Answer counted(String userAndApp, Supplier<Answer> answer) {
        Limit.Use use = limit.take(userAndApp);
        if (use.calls().isEmpty()) {
            return answer.get();
        }
        String seconds = Long.toString(use.resetsIn().plusMillis(999).toSeconds());
        Answer told = answer(use, seconds, answer);
        return told.withDefaultHeader("x-ratelimit-used", Integer.toString(use.used()))
                .withDefaultHeader("x-ratelimit-remaining", use.remaining() + ".0")
                .withDefaultHeader("x-ratelimit-reset", seconds);
    }

    private Answer answer(Limit.Use use, String seconds, Supplier<Answer> answer) {
        if (!use.over()) {
            return answer.get();
        }
        limit.refused();
        return Answer.html(429, PAGE).withDefaultHeader("retry-after", seconds);
    }
}
