package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CadenceTest {

    @Test
    void aWrongSettingIsToldWithItsNameAndWhatIsAllowed() {
        assertThatThrownBy(() -> cadence(Duration.ZERO, Duration.ofDays(1)))
                .hasMessage("adskull.poll.interval is PT0S, it must be longer than zero and at most PT24H");
    }

    @Test
    void aPlatformsWishIsFollowedUpToTheLongestHint() {
        Cadence cadence = cadence(Duration.ofMinutes(5), Duration.ofSeconds(20));
        Instant now = Instant.parse("2026-11-22T07:00:00Z");

        assertThat(cadence.afterHint(Duration.ofSeconds(10), now, new Random(1)))
                .isBetween(now.plusSeconds(10), now.plusMillis(11_001));
        assertThat(cadence.afterHint(Duration.ofHours(18), now, new Random(1)))
                .isBetween(now.plusSeconds(20), now.plusMillis(22_001));
    }

    @Test
    void aDeniedProbeIsAskedAgainEverLessOftenAndAtLeastOnceAnHour() {
        Cadence cadence = cadence(Duration.ofMinutes(5), Duration.ofDays(1));
        Instant now = Instant.parse("2026-11-22T07:00:00Z");

        assertThat(cadence.afterDenial(1, now)).isEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(cadence.afterDenial(2, now)).isEqualTo(now.plus(Duration.ofMinutes(30)));
        assertThat(cadence.afterDenial(3, now)).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(cadence.afterDenial(Short.MAX_VALUE, now)).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    private static Cadence cadence(Duration interval, Duration longestHint) {
        return new Cadence(
                interval,
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                longestHint);
    }
}
