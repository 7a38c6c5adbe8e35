package io.adskull.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant FIRST = Instant.parse("2026-11-22T07:03:00Z");
    private final RetrySchedule schedule =
            new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofDays(3));
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(schedule.ceiling(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule.ceiling(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(schedule.ceiling(9)).isEqualTo(Duration.ofSeconds(512));
        assertThat(schedule.ceiling(10)).isEqualTo(Duration.ofMinutes(15));
        assertThat(schedule.ceiling(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void jitterIsFullSoThatAThousandMessagesDoNotReturnTogether() {
        for (int i = 0; i < 1000; i++) {
            assertThat(schedule.next(4, FIRST, FIRST, Optional.empty(), random).orElseThrow())
                    .isBetween(FIRST, FIRST.plusSeconds(16));
        }
    }

    @Test
    void theReceiverIsNeverAskedSoonerThanItSaid() {
        assertThat(schedule.next(1, FIRST, FIRST, Optional.of(Duration.ofSeconds(90)), random))
                .hasValue(FIRST.plusSeconds(90));
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        Instant lastMoment = FIRST.plus(Duration.ofDays(3)).minusMillis(1);

        assertThat(schedule.next(50, FIRST, lastMoment, Optional.empty(), random))
                .isPresent();
        assertThat(schedule.next(50, FIRST, lastMoment.plusMillis(1), Optional.empty(), random))
                .isEmpty();
    }

    @Test
    void aScheduleThatCannotWorkIsRefusedByItsKey() {
        assertThatThrownBy(() -> new RetrySchedule(Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1)))
                .hasMessageContaining("adskull.alerts.delivery.first-wait");
    }
}
