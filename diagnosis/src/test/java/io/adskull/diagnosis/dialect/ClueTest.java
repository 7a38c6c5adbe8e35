package io.adskull.diagnosis.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClueTest {

    @Test
    void findsWhatItNeedsInWhateverCase() {
        assertThat(Clue.of("(?i)retry in (\\d+)", "retry").in("Please RETRY in 30 s"))
                .contains("30");
    }

    @Test
    void aMatchThatStartsLaterIsFoundBehindAStartThatFails() {
        Clue code = Clue.startingWith("(?i)(?<![a-z])code\\W{1,4}(\\d+)\\b", "code");

        assertThat(code.in("subcode: 1, code none, Code: 190.")).contains("190");
    }

    @Test
    void theEarliestOfSeveralStartsCounts() {
        assertThat(Clue.startingWith("(?:retry|wait) (\\d+)", "retry", "wait").in("wait 5, retry 9"))
                .contains("5");
    }

    @Test
    void theGroupThatTookPartIsWhatItFinds() {
        assertThat(Clue.of("a(1)|b(2)", "a", "b").in("b2")).contains("2");
    }

    @Test
    void nothingIsFoundWhereWhatItNeedsIsMissing() {
        assertThat(Clue.of("\\w+", "_").standsIn("words")).isFalse();
    }
}
