package io.adskull.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CauseOfDeathTest {

    @Test
    void aSignalIsNamed() {
        assertThat(CauseOfDeath.of(137, List.of())).isEqualTo("was killed (SIGKILL)");
        assertThat(CauseOfDeath.of(143, List.of())).isEqualTo("was stopped (SIGTERM)");
    }

    @Test
    void theInnermostCauseOfAStackTraceIsTheSentence() {
        List<String> lines = List.of(
                "12:00:01 INFO  [io.quarkus] starting",
                "12:00:02 ERROR [io.qua.run.Application] Failed to start application",
                "java.lang.RuntimeException: Failed to start quarkus",
                "\tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)",
                "Caused by: java.lang.IllegalStateException: outer",
                "\tat io.example.Outer.run(Outer.java:1)",
                "Caused by: java.net.ConnectException: Connection refused",
                "\t... 12 more");

        assertThat(CauseOfDeath.of(1, lines)).isEqualTo("ended with exit code 1: Connection refused");
    }

    @Test
    void whatAServerSaysItselfIsTheSentence() {
        List<String> lines = List.of("2026-01-01T00:00:00Z kafka could not start: No space left on device", "");

        assertThat(CauseOfDeath.of(1, lines)).isEqualTo("ended with exit code 1: No space left on device");
    }

    @Test
    void anErrorLineWillDoAndSoWillTheLastLine() {
        assertThat(CauseOfDeath.of(1, List.of("12:00:02 ERROR [a.b.C] no such host", "bye")))
                .isEqualTo("ended with exit code 1: [a.b.C] no such host");
        assertThat(CauseOfDeath.of(2, List.of("Error: Unable to access jarfile x.jar", "")))
                .isEqualTo("ended with exit code 2: Error: Unable to access jarfile x.jar");
    }

    @Test
    void aSilentDeathIsAnExitCode() {
        assertThat(CauseOfDeath.of(7, List.of())).isEqualTo("ended with exit code 7");
    }
}
