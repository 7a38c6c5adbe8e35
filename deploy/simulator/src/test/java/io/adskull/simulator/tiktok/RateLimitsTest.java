package io.adskull.simulator.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.simulator.StoppedClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final TikTokCall NAMELESS = call(Map.of(), "/user/info/");

    private final StoppedClock clock = new StoppedClock("2026-11-22T10:00:00Z");

    @Test
    void oneCallTooManyInASecondIsRefusedAndTheNextSecondIsFree() {
        RateLimits limits = limits(Map.of("app-second", 2, "app-minute", 100));

        assertThat(limits.exceeded("a", NAMELESS)).isEmpty();
        assertThat(limits.exceeded("a", NAMELESS)).isEmpty();
        assertThat(limits.exceeded("a", NAMELESS))
                .contains(new Reply.Refused(40100, "App a reaches the QPS limit 2, current QPS is 3"));
        assertThat(limits.exceeded("b", NAMELESS)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.exceeded("a", NAMELESS)).isEmpty();
    }

    @Test
    void oneCallTooManyInAMinuteRestrictsTheAppForFiveMinutes() {
        RateLimits limits = limits(Map.of("app-second", 10, "app-minute", 3));
        for (int i = 0; i < 3; i++) {
            assertThat(limits.exceeded("a", NAMELESS)).isEmpty();
            clock.advance(Duration.ofSeconds(1));
        }
        Reply restricted =
                new Reply.Refused(40100, "Due to too many requests, requests from App a are temporarily restricted.");

        assertThat(limits.exceeded("a", NAMELESS)).contains(restricted);
        clock.advance(Duration.ofSeconds(299));
        assertThat(limits.exceeded("a", NAMELESS)).contains(restricted);
        assertThat(limits.exceeded("b", NAMELESS)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.exceeded("a", NAMELESS)).isEmpty();
    }

    @Test
    void theDaysCallsAreGivenAnewAtMidnightUtc() {
        RateLimits limits = limits(Map.of("app-day", 1));
        assertThat(limits.exceeded("a", NAMELESS)).isEmpty();

        assertThat(limits.exceeded("a", NAMELESS))
                .contains(new Reply.Refused(40100, "App a reaches the QPD limit of the day. Daily limit is 1."));
        clock.advance(Duration.ofHours(14));
        assertThat(limits.exceeded("a", NAMELESS)).isEmpty();
    }

    @Test
    void anAdvertiserAtOnePathHasASecondOfItsOwn() {
        RateLimits limits = limits(Map.of("advertiser-path-second", 1));
        TikTokCall campaigns = call(Map.of("advertiser_id", "7012345678901234506"), "/campaign/get/");
        assertThat(limits.exceeded("a", campaigns)).isEmpty();

        assertThat(limits.exceeded("a", campaigns))
                .contains(new Reply.Refused(
                        40133,
                        "Advertiser (7012345678901234506)'s QPS (2) reaches QPS limit 1 for current path, "
                                + "request is temporarily restricted."));
        assertThat(limits.exceeded("a", call(Map.of("advertiser_id", "7012345678901234506"), "/ad/get/")))
                .isEmpty();
        assertThat(limits.exceeded("a", call(Map.of("advertiser_id", "7012345678901234501"), "/campaign/get/")))
                .isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.exceeded("a", campaigns)).isEmpty();
    }

    private RateLimits limits(Map<String, Integer> set) {
        return new RateLimits(clock.limits("tiktok", set));
    }

    private static TikTokCall call(Map<String, String> query, String path) {
        return new TikTokCall("GET", path, query, Optional.empty(), MissingNode.getInstance());
    }
}
