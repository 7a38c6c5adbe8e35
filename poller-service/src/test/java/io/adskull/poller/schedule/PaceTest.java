package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.poller.probe.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void noSecondHoldsMoreThanItsBudget() {
        Pace pace = new Pace(List.of(Limit.perSecond(8)));
        Random random = new Random(3);
        List<Instant> calls = new ArrayList<>();
        Instant wished = START;
        for (int i = 0; i < 500; i++) {
            wished = wished.plusMillis(random.nextInt(200));
            calls.add(pace.reserve(wished, 1));
        }
        for (Instant from : calls) {
            assertThat(calls.stream()
                            .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                            .count())
                    .isLessThanOrEqualTo(8);
        }
    }

    @Test
    void aCallWithinTheBudgetDoesNotWait() {
        Pace pace = new Pace(List.of(Limit.perSecond(8)));

        assertThat(pace.reserve(START, 1)).isEqualTo(START);
        assertThat(pace.reserve(START.plusSeconds(1), 1)).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void itIsClosedOnceTheSecondAheadIsFull() {
        Pace pace = new Pace(List.of(Limit.perSecond(8)));
        for (int i = 0; i < 8; i++) {
            assertThat(pace.openAt(START.plusMillis(999))).isTrue();
            Instant _ = pace.reserve(START, 1);
        }

        assertThat(pace.openAt(START.plusMillis(999))).isFalse();
    }

    @Test
    void aDaysBudgetIsSavedUpToItsBurstAndNeverOverdrawn() {
        Pace pace = new Pace(List.of(Limit.perSecond(10), new Limit(48, Duration.ofDays(1), 4)));
        List<Instant> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            calls.add(pace.reserve(START, 1));
        }

        assertThat(calls.get(3)).isEqualTo(START.plusMillis(300));
        assertThat(calls.get(4)).isEqualTo(START.plus(Duration.ofMinutes(30)));
        assertThat(calls.stream().filter(at -> at.isBefore(START.plus(Duration.ofDays(1)))))
                .hasSize(48 + 3);
        assertThat(pace.openAt(calls.getLast())).isFalse();
    }

    @Test
    void aShareOfTheLimitIsThatMuchSlower() {
        Pace pace = new Pace(List.of(Limit.perSecond(8)));

        assertThat(pace.reserve(START, 0.5)).isEqualTo(START);
        assertThat(pace.reserve(START, 0.5)).isEqualTo(START.plusMillis(250));
    }
}
