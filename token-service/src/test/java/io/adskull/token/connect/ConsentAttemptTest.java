package io.adskull.token.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentAttemptTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final ConsentAttempt attempt = new ConsentAttempt(
            "state",
            "browser",
            Purpose.first("demo", Platform.TIKTOK, "advertiser"),
            java.util.Optional.empty(),
            NOW.plusSeconds(600));

    @Test
    void theBrowserThatLeftMayComeBackInTime() {
        assertThat(check(Optional.of("browser"), NOW.plusSeconds(599))).isEqualTo(StateCheck.VALID);
    }

    @Test
    void theSecondAnswerIsOneTooMany() {
        attempt.use(NOW);

        assertThat(check(Optional.of("browser"), NOW)).isEqualTo(StateCheck.USED);
    }

    @Test
    void anAnswerAfterTheEndIsLate() {
        assertThat(check(Optional.of("browser"), NOW.plusSeconds(600))).isEqualTo(StateCheck.EXPIRED);
    }

    @Test
    void aStolenStateIsWorthNothingInAnotherBrowserWhateverElseIsTrue() {
        attempt.use(NOW);

        assertThat(check(Optional.of("thief"), NOW)).isEqualTo(StateCheck.OTHER_BROWSER);
        assertThat(check(Optional.empty(), NOW)).isEqualTo(StateCheck.OTHER_BROWSER);
    }

    @Test
    void theStateOfOnePlatformIsUnknownToAnother() {
        assertThat(attempt.check(Platform.META, Optional.of("browser"), NOW)).isEqualTo(StateCheck.UNKNOWN);
    }

    @Test
    void statesAreLongDifferentAndDoNotPrint() {
        OneTimeText state = OneTimeText.next();

        assertThat(state.value()).hasSize(43).isNotEqualTo(OneTimeText.next().value());
        assertThat(state.toString()).doesNotContain(state.value());
    }

    private StateCheck check(Optional<String> browser, Instant at) {
        return attempt.check(Platform.TIKTOK, browser, at);
    }
}
