package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The example that other teams copy prints what the dashboard shows.
class ReadIncidentsIT {
    private static final Path EXAMPLE = Path.of("../../examples/read-incidents");
    private static final Path LOG = Path.of("target/read-incidents.log");

    private final RunningSystem system = RunningSystem.get();

    @Test
    void itPrintsEachIncidentOnce() throws IOException {
        await().atMost(Duration.ofMinutes(2)).until(() -> !system.incidents().isEmpty());
        List<String> opened = system.incidents().stream()
                .map(incident -> "OPENED %s: %s"
                        .formatted(
                                incident.path("accountName").asText(),
                                incident.path("title").asText()))
                .toList();
        Process example = start();
        try {
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(Files.readString(LOG))
                    .containsAnyOf(opened.toArray(CharSequence[]::new)));
        } finally {
            example.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        assertThat(Files.readAllLines(LOG)).doesNotHaveDuplicates();
    }

    /// With the command of `docs/consumers.md`.
    private Process start() throws IOException {
        String classPath = EXAMPLE.resolve("target/classes") + File.pathSeparator + EXAMPLE.resolve("target/lib/*");
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "io.adskull.example.ReadIncidents",
                        system.kafka(),
                        "an-example"))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }
}
