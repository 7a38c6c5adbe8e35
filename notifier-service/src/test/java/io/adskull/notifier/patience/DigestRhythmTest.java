package io.adskull.notifier.patience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestRhythmTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            DAILY , Europe/Berlin   , 2026-11-22T06:59:59Z, 2026-11-22T07:00:00Z
            DAILY , Europe/Berlin   , 2026-11-22T07:00:00Z, 2026-11-23T07:00:00Z
            DAILY , Europe/Berlin   , 2026-03-28T12:00:00Z, 2026-03-29T06:00:00Z
            DAILY , America/New_York, 2026-11-22T02:00:00Z, 2026-11-22T13:00:00Z
            WEEKLY, Europe/Berlin   , 2026-11-22T12:00:00Z, 2026-11-23T07:00:00Z
            WEEKLY, Europe/Berlin   , 2026-11-23T07:00:00Z, 2026-11-30T07:00:00Z
            """)
    void itComesAtEightInTheMorningOfThePlace(DigestRhythm rhythm, String zone, Instant after, Instant next) {
        assertThat(rhythm.next(after, ZoneId.of(zone))).contains(next);
    }

    @Test
    void whoWantsNoneGetsNone() {
        assertThat(DigestRhythm.NONE.next(Instant.EPOCH, ZoneId.of("UTC"))).isEmpty();
    }
}
