package io.adskull.simulator.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void oneCallTooManyInASecondIsRefusedAndTheNextSecondIsFree() {
        RateLimits limits = limits(2, 100);

        assertThat(limits.exceeded("a")).isEmpty();
        assertThat(limits.exceeded("a")).isEmpty();
        assertThat(limits.exceeded("a"))
                .contains(new Reply.Refused(40100, "App a reaches the QPS limit 2, current QPS is 3"));
        assertThat(limits.exceeded("b")).isEmpty();
        now = now.plusSeconds(1);
        assertThat(limits.exceeded("a")).isEmpty();
    }

    @Test
    void aMinuteHasItsOwnLimit() {
        RateLimits limits = limits(10, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(limits.exceeded("a")).isEmpty();
            now = now.plusSeconds(1);
        }

        assertThat(limits.exceeded("a")).isPresent();
        now = now.plusSeconds(60);
        assertThat(limits.exceeded("a")).isEmpty();
    }

    private RateLimits limits(int qps, int qpm) {
        return new RateLimits(new TestClock(), qps, qpm);
    }

    private final class TestClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
