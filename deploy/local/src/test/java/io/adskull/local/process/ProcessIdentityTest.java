package io.adskull.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    private final ProcessIdentity me = ProcessIdentity.of(ProcessHandle.current());

    @Test
    void aRunningProcessIsFoundAgain() {
        assertThat(me.running()).contains(ProcessHandle.current());
    }

    @Test
    void aNumberGivenToAnotherProcessIsNotMistaken() {
        var predecessor = new ProcessIdentity(me.pid(), me.startedAt().minus(Duration.ofHours(1)));

        assertThat(predecessor.running()).isEmpty();
    }

    @Test
    void aCorrectedClockDoesNotLoseAProcess() {
        var beforeCorrection = new ProcessIdentity(me.pid(), me.startedAt().plusSeconds(2));

        assertThat(beforeCorrection.running()).isPresent();
    }

    @Test
    void anEndedProcessIsGone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        var identity = new ProcessIdentity(process.pid(), me.startedAt());
        process.waitFor();

        assertThat(identity.running()).isEmpty();
    }
}
