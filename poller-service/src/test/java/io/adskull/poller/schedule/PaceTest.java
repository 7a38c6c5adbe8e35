package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void noSecondHoldsMoreThanItsBudget() {
        Pace pace = new Pace();
        Random random = new Random(3);
        List<Instant> calls = new ArrayList<>();
        Instant wished = START;
        for (int i = 0; i < 500; i++) {
            wished = wished.plusMillis(random.nextInt(200));
            calls.add(pace.reserve(wished, 8));
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
        Pace pace = new Pace();

        assertThat(pace.reserve(START, 8)).isEqualTo(START);
        assertThat(pace.reserve(START.plusSeconds(1), 8)).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void itIsClosedOnceTheSecondAheadIsFull() {
        Pace pace = new Pace();
        for (int i = 0; i < 8; i++) {
            assertThat(pace.openAt(START.plusMillis(999))).isTrue();
            Instant _ = pace.reserve(START, 8);
        }

        assertThat(pace.openAt(START.plusMillis(999))).isFalse();
    }
}
