package io.adskull.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshScheduleTest {
    private static final Instant ISSUED = Instant.parse("2026-11-22T12:00:00Z");
    private static final RefreshSchedule SCHEDULE =
            new RefreshSchedule(Duration.ofHours(1), 0.2, Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({"PT2M, PT24S", "PT1H, PT12M", "PT24H, PT1H", "P60D, PT1H"})
    void aTokenIsRenewedAnHourOrAFifthOfItsLifeBeforeItsEnd(Duration lifetime, Duration lead) {
        assertThat(SCHEDULE.refreshAt(ISSUED, lifetime, 0))
                .isEqualTo(ISSUED.plus(lifetime).minus(lead));
    }

    @Test
    void whateverTheLifetimeARefreshIsBeforeTheEndAndNeverEarlierThanAQuarterOfTheLead() {
        var random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            Duration lifetime = Duration.ofMillis(20_000 + (long) (random.nextDouble() * 315_360_000_000L));
            Instant end = ISSUED.plus(lifetime);
            Instant at = SCHEDULE.refreshAt(ISSUED, lifetime, random.nextDouble());
            Duration lead = Duration.between(at, end);
            double longest = Math.min(Duration.ofHours(1).toMillis(), lifetime.toMillis() * 0.2);

            assertThat(at).as("lifetime %s", lifetime).isBefore(end).isAfterOrEqualTo(ISSUED.plusSeconds(10));
            assertThat((double) lead.toMillis()).as("lifetime %s", lifetime).isBetween(longest - 2, longest * 1.25 + 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-5S", "PT1S"})
    void aLifetimeThatMakesNoSenseDoesNotMakeTheServiceSpin(Duration lifetime) {
        assertThat(SCHEDULE.refreshAt(ISSUED, lifetime, 0.5)).isEqualTo(ISSUED.plusSeconds(10));
    }

    @Test
    void aThousandTokensOfOneMinuteAreNotRenewedInOneMinute() {
        var random = new Random(7);
        long busiestMinute = IntStream.range(0, 1_000)
                .mapToObj(i -> SCHEDULE.refreshAt(ISSUED, Duration.ofHours(24), random.nextDouble()))
                .collect(java.util.stream.Collectors.groupingBy(
                        at -> at.getEpochSecond() / 60, java.util.stream.Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();

        assertThat(busiestMinute).isLessThan(120);
    }

    @Test
    void aShareThatLeavesNoTimeIsRefusedAtStart() {
        assertThatThrownBy(() -> new RefreshSchedule(Duration.ofHours(1), 0.9, Duration.ZERO))
                .hasMessageContaining("adskull.refresh.lead-share=0.9");
    }
}
