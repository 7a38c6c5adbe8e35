package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CadenceTest {

    @Test
    void aWrongSettingIsToldWithItsNameAndWhatIsAllowed() {
        assertThatThrownBy(() -> new Cadence(
                        Duration.ZERO, Duration.ofMinutes(15), Duration.ofSeconds(2), Duration.ofMinutes(5)))
                .hasMessage("adskull.poll.interval is PT0S, it must be longer than zero and at most PT24H");
    }
}
