package io.adskull.notifier.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    @ParameterizedTest(name = "{0}, {1}–{2}: {3} waits until {4}")
    @CsvSource(textBlock = """
            UTC,           22:00, 07:00, 2026-11-22T21:59:59Z, 2026-11-22T21:59:59Z
            UTC,           22:00, 07:00, 2026-11-22T22:00:00Z, 2026-11-23T07:00:00Z
            UTC,           22:00, 07:00, 2026-11-23T00:00:00Z, 2026-11-23T07:00:00Z
            UTC,           22:00, 07:00, 2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z
            UTC,           22:00, 07:00, 2026-11-23T07:00:00Z, 2026-11-23T07:00:00Z
            UTC,           12:00, 13:30, 2026-11-23T12:10:00Z, 2026-11-23T13:30:00Z
            UTC,           12:00, 13:30, 2026-11-23T23:10:00Z, 2026-11-23T23:10:00Z
            UTC,           22:00, 00:00, 2026-11-23T23:10:00Z, 2026-11-24T00:00:00Z
            Asia/Tokyo,    22:00, 07:00, 2026-11-23T13:10:00Z, 2026-11-23T22:00:00Z
            Europe/Berlin, 22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z
            Europe/Berlin, 22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z
            """)
    void whatWouldLeaveInQuietHoursWaitsForTheirEndByTheClocksOfThePlace(
            String zone, LocalTime from, LocalTime to, Instant wanted, Instant leaves) {
        assertThat(quiet(zone, from, to).endAfter(wanted)).isEqualTo(leaves);
    }

    @ParameterizedTest(name = "until {0}: {1} waits until {2}")
    @CsvSource(textBlock = """
            02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z
            02:30, 2026-10-25T00:10:00Z, 2026-10-25T01:30:00Z
            02:30, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z
            02:30, 2026-10-25T01:29:00Z, 2026-10-25T01:30:00Z
            """)
    void anHourThatTheClocksSkipOrShowTwiceIsOneNight(LocalTime to, Instant wanted, Instant leaves) {
        assertThat(quiet("Europe/Berlin", LocalTime.of(22, 0), to).endAfter(wanted))
                .isEqualTo(leaves);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"})
    void itIsNeverQuietAtTheEndAndNothingWaitsLongerThanADayAndAnHour(String zone) {
        var random = new Random(zone.hashCode());
        for (int i = 0; i < 20_000; i++) {
            int from = random.nextInt(24 * 60);
            int to = (from + 1 + random.nextInt(24 * 60 - 61)) % (24 * 60);
            QuietHours quiet = quiet(zone, LocalTime.of(from / 60, from % 60), LocalTime.of(to / 60, to % 60));
            Instant wanted = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86_400));

            Instant leaves = quiet.endAfter(wanted);

            assertThat(leaves).isBetween(wanted, wanted.plus(Duration.ofHours(25)));
            assertThat(quiet.endAfter(leaves)).as("%s after %s", quiet, wanted).isEqualTo(leaves);
        }
    }

    @Test
    void quietHoursWithoutAnEndAreNone() {
        assertThatThrownBy(() -> quiet("UTC", LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static QuietHours quiet(String zone, LocalTime from, LocalTime to) {
        return new QuietHours(ZoneId.of(zone), from, to, true);
    }
}
