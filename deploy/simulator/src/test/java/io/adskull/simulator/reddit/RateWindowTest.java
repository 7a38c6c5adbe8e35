package io.adskull.simulator.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.simulator.StoppedClock;
import io.adskull.simulator.traffic.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RateWindowTest {
    private final StoppedClock clock = new StoppedClock("2026-11-22T10:05:00Z");

    @Test
    void everyAnswerTellsWhatIsLeftAndACallTooManyGetsAPage() {
        RateWindow window = new RateWindow(clock.limits("reddit", Map.of("user-window", 2)));

        assertThat(called(window).headers())
                .containsEntry("x-ratelimit-used", "1")
                .containsEntry("x-ratelimit-remaining", "1.0")
                .containsEntry("x-ratelimit-reset", "300");
        called(window);
        Answer refused = called(window);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Too Many Requests");
        assertThat(refused.headers())
                .containsEntry("retry-after", "300")
                .containsEntry("x-ratelimit-remaining", "0.0")
                .containsEntry("Content-Type", "text/html; charset=utf-8");
        clock.advance(Duration.ofMinutes(5));
        assertThat(called(window).status()).isEqualTo(200);
    }

    private static Answer called(RateWindow window) {
        return window.counted("someone", () -> Answer.json(200, "{}", OptionalInt.empty()));
    }
}
