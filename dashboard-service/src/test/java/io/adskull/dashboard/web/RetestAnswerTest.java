package io.adskull.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.dashboard.AnIncident;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetestAnswerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void whatWasAskedJustNowIsRemembered() {
        assertThat(asked("2026-11-22T11:59:50Z")).contains(NOON.minusSeconds(10));
    }

    @Test
    void whatWasAskedLongAgoOrTomorrowOrNeverIsNot() {
        assertThat(asked("2026-11-22T11:49:59Z")).isEmpty();
        assertThat(asked("2026-11-23T12:00:00Z")).isEmpty();
        assertThat(asked("noon")).isEmpty();
        assertThat(RetestAnswer.asked(Optional.empty(), NOON)).isEmpty();
    }

    /// The incident was last seen half an hour after noon.
    @Test
    void whatCameOfItIsSaidAsSoonAsItIsKnown() {
        Instant before = NOON.plusSeconds(1790);
        Instant after = NOON.plusSeconds(1810);
        var open = new AnIncident().view();
        var over = new AnIncident().resolvedAt(after).view();

        assertThat(RetestAnswer.of(over, before, after).words()).contains("it works again");
        assertThat(RetestAnswer.of(open, before, after).words()).contains("it still fails");
        assertThat(RetestAnswer.of(open, after, after.plusSeconds(29)).waiting())
                .isTrue();
        assertThat(RetestAnswer.of(open, after, after.plusSeconds(30)))
                .matches(answer -> !answer.waiting())
                .matches(answer -> answer.words().startsWith("Nothing has changed so far"));
    }

    private static Optional<Instant> asked(String text) {
        return RetestAnswer.asked(Optional.of(text), NOON);
    }
}
