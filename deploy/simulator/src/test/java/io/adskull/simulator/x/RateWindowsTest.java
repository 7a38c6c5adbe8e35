package io.adskull.simulator.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.simulator.StoppedClock;
import io.adskull.simulator.traffic.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RateWindowsTest {
    private final StoppedClock clock = new StoppedClock("2026-11-22T10:05:00Z");

    @Test
    void aCallThatNamesAnAccountUsesThatAccountsWindow() {
        RateWindows windows = windows(Map.of("account-window", 1));

        assertThat(called(windows, Optional.of("a1")).headers())
                .containsEntry("x-account-rate-limit-limit", "1")
                .containsEntry("x-account-rate-limit-remaining", "0")
                .containsEntry("x-account-rate-limit-reset", "1795342500")
                .containsEntry("Date", "Sun, 22 Nov 2026 10:05:00 GMT");
        Answer refused = called(windows, Optional.of("a1"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("TOO_MANY_REQUESTS");
        assertThat(refused.headers()).containsEntry("x-account-rate-limit-remaining", "0");
        assertThat(called(windows, Optional.of("a2")).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10));
        assertThat(called(windows, Optional.of("a1")).status()).isEqualTo(200);
    }

    @Test
    void anyOtherCallUsesTheUsersWindow() {
        RateWindows windows = windows(Map.of("user-window", 1));

        assertThat(called(windows, Optional.empty()).headers())
                .containsEntry("x-rate-limit-remaining", "0")
                .doesNotContainKey("x-account-rate-limit-remaining");
        assertThat(called(windows, Optional.empty()).status()).isEqualTo(429);
        assertThat(called(windows, Optional.of("a1")).status()).isEqualTo(200);
    }

    private static Answer called(RateWindows windows, Optional<String> account) {
        return windows.counted("someone", account, () -> Answer.json(200, "{}", OptionalInt.empty()));
    }

    private RateWindows windows(Map<String, Integer> set) {
        return new RateWindows(clock.limits("x", set), clock);
    }
}
