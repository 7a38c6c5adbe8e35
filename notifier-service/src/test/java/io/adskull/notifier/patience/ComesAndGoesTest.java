package io.adskull.notifier.patience;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.notifier.patience.ComesAndGoes.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComesAndGoesTest {
    private static final Instant FIRST = Instant.parse("2026-11-22T07:03:00Z");

    @Test
    void whoHeardOfItThreeTimesHasHeardEnough() {
        assertThat(ComesAndGoes.of(List.of(told(0), told(1)))).isEmpty();
        assertThat(ComesAndGoes.of(List.of(told(2), told(0), told(1)))).contains(new ComesAndGoes(3, FIRST));
    }

    @Test
    void whatNobodyHeardOfCountsButIsNoReasonToBeSilent() {
        assertThat(ComesAndGoes.of(List.of(told(0), told(1), silent(2), silent(3))))
                .isEmpty();
        assertThat(ComesAndGoes.of(List.of(told(1), told(2), told(3), silent(0))))
                .map(ComesAndGoes::sentence)
                .contains("This has come and gone 4 times since Sun 22 Nov 2026, 07:03 UTC.");
    }

    private static Episode told(int hours) {
        return new Episode(FIRST.plus(Duration.ofHours(hours)), true);
    }

    private static Episode silent(int hours) {
        return new Episode(FIRST.plus(Duration.ofHours(hours)), false);
    }
}
