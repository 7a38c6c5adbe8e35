package io.adskull.token.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownEndTest {
    private static final Instant ISSUED = Instant.parse("2026-11-27T07:00:00Z");

    @Test
    void aLongGrantIsToldThirtyFourteenSevenThreeAndOneDaysAhead() {
        assertThat(tellings(Duration.ofDays(60))).containsExactly(30L, 14L, 7L, 3L, 1L);
    }

    @Test
    void aShortGrantIsNotToldOnTheDayItWasGiven() {
        assertThat(tellings(Duration.ofDays(7))).containsExactly(3L, 1L);
        assertThat(tellings(Duration.ofHours(20))).isEmpty();
    }

    private static List<Long> tellings(Duration life) {
        Instant end = ISSUED.plus(life);
        List<Long> days = new ArrayList<>();
        Optional<Instant> telling = KnownEnd.nextTelling(end, ISSUED);
        while (telling.isPresent()) {
            days.add(Duration.between(telling.get(), end).toDays());
            telling = KnownEnd.nextTelling(end, telling.get());
        }
        return days;
    }
}
