package io.adskull.simulator.x;

import io.adskull.simulator.limit.Limit;
import io.adskull.simulator.limit.PlatformLimits;
import io.adskull.simulator.traffic.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/// X's windows of a quarter of an hour: of an ad account where a call names one, else of the user. Every
/// answer tells in headers what is left and at which second of the clock the next window begins.
final class RateWindows {
    private final Limit account;
    private final Limit user;
    private final Clock clock;

    RateWindows(PlatformLimits limits, Clock clock) {
        this.account = limits.get("account-window");
        this.user = limits.get("user-window");
        this.clock = clock;
    }

    Answer counted(String userAndApp, Optional<String> accountId, Supplier<Answer> answer) {
        return accountId
                .map(id -> counted(account, id, "x-account-rate-limit", answer))
                .orElseGet(() -> counted(user, userAndApp, "x-rate-limit", answer));
    }

    private Answer counted(Limit limit, String whose, String header, Supplier<Answer> answer) {
        Limit.Use use = limit.take(whose);
        if (use.over()) {
            limit.refused();
        }
        Answer told = use.over() ? XAds.refusal(429, "TOO_MANY_REQUESTS", "Rate limit exceeded") : answer.get();
        if (use.calls().isEmpty()) {
            return told;
        }
        Instant now = clock.instant();
        Instant reset = now.plus(use.resetsIn()).plusMillis(999);
        return told.withDefaultHeader(
                        header + "-limit", Integer.toString(use.calls().getAsInt()))
                .withDefaultHeader(header + "-remaining", Integer.toString(use.remaining()))
                .withDefaultHeader(header + "-reset", Long.toString(reset.getEpochSecond()))
                // The reset is a time of day, so it means something only beside the clock it was read from.
                .withDefaultHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    }
}
