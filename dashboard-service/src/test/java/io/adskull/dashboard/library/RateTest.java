package io.adskull.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    private long now = 1_000;
    private final Rate rate = new Rate(60, 3, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void aBurstPassesThenOneASecond() {
        for (int i = 0; i < 3; i++) {
            assertThat(rate.refuses("one")).isEmpty();
        }
        assertThat(rate.refuses("one")).hasValue(Duration.ofSeconds(1));

        now += Duration.ofSeconds(1).toNanos();
        assertThat(rate.refuses("one")).isEmpty();
        assertThat(rate.refuses("one")).isPresent();
    }

    @Test
    void whatOneTakesOthersDoNotMiss() {
        while (rate.refuses("one").isEmpty()) {
            assertThat(rate.refuses("two" + now++)).isEmpty();
        }
        assertThat(rate.refuses("two")).isEmpty();
    }

    @Test
    void aHomeIsOneVisitorHoweverManyAddressesItHas() {
        assertThat(Visitor.at("2001:db8:1:2::1")).isEqualTo(Visitor.at("2001:db8:1:2:ffff::9%eth0"));
        assertThat(Visitor.at("2001:db8:1:2::1")).isNotEqualTo(Visitor.at("2001:db8:1:3::1"));
        assertThat(Visitor.at("192.0.2.1")).isNotEqualTo(Visitor.at("192.0.2.2"));
        assertThat(Visitor.at("a socket")).isEqualTo(new Visitor("a socket"));
    }
}
