package io.adskull.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NobodyReactedTest {
    private static final Instant TOLD = Instant.parse("2026-11-22T07:03:00Z");
    private static final Instant NOW = TOLD.plus(Duration.ofMinutes(45));

    @Test
    void itSaysWhoWasToldAndWhen() {
        assertThat(new NobodyReacted(List.of("#ads", "ann@northwind.example"), Optional.of(TOLD)).sentence(NOW))
                .isEqualTo("Nobody has reacted. AdSkull told #ads and ann@northwind.example 45 minutes ago"
                        + " (Sun 22 Nov 2026, 07:03 UTC), and it still goes on.");
    }

    @Test
    void manyAreCounted() {
        assertThat(new NobodyReacted(List.of("#a", "#b", "#c", "#d", "#e"), Optional.of(TOLD)).sentence(NOW))
                .contains("told #a, #b, #c and 2 more 45 minutes ago");
    }

    @Test
    void whoCouldNotBeToldIsNotBlamed() {
        assertThat(new NobodyReacted(List.of("#ads"), Optional.empty()).sentence(NOW))
                .isEqualTo("Nobody has reacted. AdSkull could not tell #ads yet, and it still goes on.");
    }
}
