package io.adskull.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
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

    @Test
    void aDeadProcessThatNobodyHasBuriedIsGone() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        try (var output = parent.inputReader()) {
            var identity = new ProcessIdentity(Long.parseLong(output.readLine()), Instant.now());

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> identity.running().isEmpty());
        } finally {
            parent.destroyForcibly();
        }
    }
}
