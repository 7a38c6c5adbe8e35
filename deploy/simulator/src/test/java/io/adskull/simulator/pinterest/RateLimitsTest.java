package io.adskull.simulator.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.simulator.StoppedClock;
import io.adskull.simulator.traffic.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final String ACCOUNTS = "/v5/ad_accounts";
    private static final String ANALYTICS = "/v5/ad_accounts/1/analytics";

    private final StoppedClock clock = new StoppedClock("2026-11-22T10:00:00.200Z");

    @Test
    void aSecondIsOfEachUser() {
        RateLimits limits = limits(Map.of("user-second", 1));

        assertThat(called(limits, "u1", ACCOUNTS).headers())
                .containsEntry("X-RateLimit-Limit", "1")
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("X-RateLimit-Reset", "1");
        Answer refused = called(limits, "u1", ACCOUNTS);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":8");
        assertThat(refused.headers()).containsEntry("X-RateLimit-Reset", "1");
        assertThat(called(limits, "u2", ACCOUNTS).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(called(limits, "u1", ACCOUNTS).status()).isEqualTo(200);
    }

    @Test
    void analyticsHaveAMinuteOfTheirOwn() {
        RateLimits limits = limits(Map.of("analytics-minute", 1));
        assertThat(called(limits, "u1", ANALYTICS).status()).isEqualTo(200);

        assertThat(called(limits, "u1", ANALYTICS).headers()).containsEntry("X-RateLimit-Reset", "60");
        assertThat(called(limits, "u1", ACCOUNTS).status()).isEqualTo(200);
    }

    @Test
    void anAppOnTrialHasADayForAllItsUsers() {
        RateLimits limits = limits(Map.of("app-day", 1));
        assertThat(called(limits, "u1", ACCOUNTS).status()).isEqualTo(200);

        Answer refused = called(limits, "u2", ACCOUNTS);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("X-RateLimit-Reset", "50400");
    }

    private static Answer called(RateLimits limits, String user, String path) {
        return limits.counted("app", user, path, () -> Answer.json(200, "{}", OptionalInt.empty()));
    }

    private RateLimits limits(Map<String, Integer> set) {
        return new RateLimits(clock.limits("pinterest", set));
    }
}
