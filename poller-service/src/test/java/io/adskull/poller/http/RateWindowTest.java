package io.adskull.poller.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.diagnosis.LimitScope;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateWindowTest {
    private static final long NOW = 1_795_000_000;
    private final RateWindow window = new RateWindow(LimitScope.CONNECTION, "x-ratelimit-");

    @Test
    void limitAndRestTellWhatIsUsedUntilAnInstant() {
        assertThat(window.in(
                        Map.of(
                                "x-ratelimit-limit", "100",
                                "x-ratelimit-remaining", "20",
                                "x-ratelimit-reset", Long.toString(NOW + 90)),
                        NOW))
                .contains(new Usage(LimitScope.CONNECTION, 0.8, Optional.of(Duration.ofSeconds(90))));
    }

    @Test
    void usedAndRestTellItTooAndAResetMayBeAWait() {
        assertThat(window.in(
                        Map.of(
                                "x-ratelimit-used", "3",
                                "x-ratelimit-remaining", "1.0",
                                "x-ratelimit-reset", "42"),
                        NOW))
                .contains(new Usage(LimitScope.CONNECTION, 0.75, Optional.of(Duration.ofSeconds(42))));
    }

    @Test
    void halfOfItOrNonsenseTellsNothing() {
        assertThat(window.in(Map.of(), NOW)).isEmpty();
        assertThat(window.in(Map.of("x-ratelimit-remaining", "1"), NOW)).isEmpty();
        assertThat(window.in(Map.of("x-ratelimit-remaining", "NaN", "x-ratelimit-limit", "1"), NOW))
                .isEmpty();
        assertThat(window.in(Map.of("x-ratelimit-remaining", "0", "x-ratelimit-limit", "0"), NOW))
                .isEmpty();
        assertThat(window.in(Map.of("x-ratelimit-remaining", "soon", "x-ratelimit-limit", "many"), NOW))
                .isEmpty();
    }
}
