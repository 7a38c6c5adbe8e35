package io.adskull.notifier.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SnoozeWishTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:03:00Z");

    @Test
    void hoursAndATimeSayTheSame() {
        assertThat(new SnoozeWish(null, 24).end(NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(new SnoozeWish(NOW.plusSeconds(1), null).end(NOW)).isEqualTo(NOW.plusSeconds(1));
        assertThat(new SnoozeWish(null, 720).end(NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void whatIsUnclearPastOrTooLongIsRefused(SnoozeWish wish) {
        assertThatThrownBy(() -> wish.end(NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<SnoozeWish> unclear() {
        return Stream.of(
                new SnoozeWish(null, null),
                new SnoozeWish(NOW.plusSeconds(60), 1),
                new SnoozeWish(NOW, null),
                new SnoozeWish(NOW.minusSeconds(1), null),
                new SnoozeWish(null, 0),
                new SnoozeWish(null, -1),
                new SnoozeWish(null, 721),
                new SnoozeWish(null, Integer.MAX_VALUE),
                new SnoozeWish(Instant.MAX, null));
    }
}
