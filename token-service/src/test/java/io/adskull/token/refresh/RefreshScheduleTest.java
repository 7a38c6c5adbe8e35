package io.adskull.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshScheduleTest {
    private static final Instant ISSUED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Optional<Duration> NO_WISH = Optional.empty();
    private static final RefreshSchedule SCHEDULE =
            new RefreshSchedule(Duration.ofMinutes(15), 0.2, Duration.ofDays(7), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "PT2M, PT1M",
        "PT20M, PT10M",
        "PT1H, PT15M",
        "PT24H, PT4H48M",
        "P29D, P5DT19H12M",
        "P30D, P7D",
        "P60D, P12D",
        "P365D, P73D"
    })
    void theLeadIsAQuarterOfAnHourOrAFifthOfALifeOrAWeekOfMonthsAndNeverMoreThanHalfTheLife(
            Duration lifetime, Duration lead) {
        Instant latest = ISSUED.plus(lifetime).minus(lead);
        assertThat(SCHEDULE.steady(ISSUED, lifetime, NO_WISH, () -> 0)).isEqualTo(latest);
    }

    @Test
    void aTokenSystemMayWishForALongerLead() {
        assertThat(SCHEDULE.steady(ISSUED, Duration.ofDays(60), Optional.of(Duration.ofDays(30)), () -> 0))
                .isEqualTo(ISSUED.plus(Duration.ofDays(30)));
    }

    @Test
    void whateverTheLifetimeARefreshComesBeforeTheLeadBegins() {
        var random = new Random(20261127);
        for (int i = 0; i < 20_000; i++) {
            Duration lifetime =
                    Duration.ofMillis(20_000 + (long) (Math.pow(random.nextDouble(), 4) * 315_360_000_000L));
            Instant latest = SCHEDULE.steady(ISSUED, lifetime, NO_WISH, () -> 0);

            assertThat(SCHEDULE.spread(ISSUED, lifetime, NO_WISH, random::nextDouble))
                    .as("spread, lifetime %s", lifetime)
                    .isAfterOrEqualTo(ISSUED.plusSeconds(10))
                    .isBeforeOrEqualTo(latest);
            assertThat(SCHEDULE.steady(ISSUED, lifetime, NO_WISH, random::nextDouble))
                    .as("steady, lifetime %s", lifetime)
                    .isAfterOrEqualTo(ISSUED.plusSeconds(10))
                    .isBeforeOrEqualTo(latest);
            assertThat(latest).as("lifetime %s", lifetime).isBefore(ISSUED.plus(lifetime));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-5S", "PT1S", "PT9S"})
    void aLifetimeThatMakesNoSenseDoesNotMakeTheServiceSpin(Duration lifetime) {
        assertThat(SCHEDULE.spread(ISSUED, lifetime, NO_WISH, () -> 0.5)).isEqualTo(ISSUED.plusSeconds(10));
        assertThat(SCHEDULE.steady(ISSUED, lifetime, NO_WISH, () -> 0.5)).isEqualTo(ISSUED.plusSeconds(10));
    }

    @Test
    void tokensOfOneMinuteStayApartOverADay() {
        var random = new Random(7);
        int connections = 5_000;
        int[] refreshesOfMinute = new int[24 * 60];
        for (int i = 0; i < connections; i++) {
            Instant issued = ISSUED.plusMillis(random.nextInt(60_000));
            Instant at = SCHEDULE.spread(issued, Duration.ofHours(1), NO_WISH, random::nextDouble);
            for (int minute = minute(at); minute < refreshesOfMinute.length; minute = minute(at)) {
                refreshesOfMinute[minute]++;
                at = SCHEDULE.steady(at, Duration.ofHours(1), NO_WISH, random::nextDouble);
            }
        }
        var statistics = java.util.Arrays.stream(refreshesOfMinute).summaryStatistics();

        assertThat(statistics.getMax()).isLessThan((int) (statistics.getAverage() * 1.5));
    }

    @Test
    void aShareThatLeavesNoTimeIsRefusedAtStart() {
        assertThatThrownBy(() -> new RefreshSchedule(Duration.ofMinutes(15), 0.9, Duration.ofDays(7), Duration.ZERO))
                .hasMessageContaining("adskull.refresh.lead-share=0.9");
    }

    private static int minute(Instant at) {
        return (int) Duration.between(ISSUED, at).toMinutes();
    }
}
