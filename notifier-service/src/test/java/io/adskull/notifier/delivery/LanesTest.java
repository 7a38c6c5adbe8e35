package io.adskull.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:03:00Z");
    private final Lanes lanes = new Lanes(10, 3);

    @Test
    void aFullLaneIsBusyAndTheOthersAreNot() {
        lanes.enter("a");
        lanes.enter("a");
        lanes.enter("b");

        lanes.enter("a");

        assertThat(lanes.busy(NOW)).containsExactly("a");
        assertThat(lanes.free()).isEqualTo(6);
    }

    @Test
    void aDestinationThatWantsToBeLeftAloneIs() {
        lanes.pause("a", NOW.plusSeconds(30));
        lanes.pause("a", NOW.plusSeconds(10));

        assertThat(lanes.isPaused("a", NOW.plusSeconds(29))).isTrue();
        assertThat(lanes.busy(NOW.plusSeconds(29))).containsExactly("a");
        assertThat(lanes.busy(NOW.plusSeconds(30))).isEmpty();
        assertThat(lanes.isPaused("b", NOW)).isFalse();
    }

    @Test
    void recoveryIsNoticedOnce() {
        lanes.failed("a");

        assertThat(lanes.recovered("a")).isTrue();
        assertThat(lanes.recovered("a")).isFalse();
    }
}
