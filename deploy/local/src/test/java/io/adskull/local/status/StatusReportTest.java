package io.adskull.local.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.process.RunFolder;
import io.adskull.local.status.StatusReport.Line;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReportTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theJsonHasNameUrlStateAndPid() throws Exception {
        var report = new StatusReport(List.of(
                new Line("kafka", "localhost:8094", ComponentState.HEALTHY, OptionalLong.of(42)),
                new Line("inbox", "http://localhost:8090/inbox", ComponentState.STOPPED, OptionalLong.empty())));

        JsonNode expected = new ObjectMapper().readTree("""
                {"components": [
                  {"name": "kafka", "url": "localhost:8094", "state": "healthy", "pid": 42},
                  {"name": "inbox", "url": "http://localhost:8090/inbox", "state": "stopped", "pid": null}]}
                """);
        assertThat(new ObjectMapper().readTree(report.json())).isEqualTo(expected);
    }

    @Test
    void everythingThatHasANameIsListed() {
        var components = Components.of(new Home(folder, folder.resolve("state")), new Ports(0), Map.of());

        StatusReport report = StatusReport.of(components, new RunFolder(folder), Instant.EPOCH);

        assertThat(report.lines())
                .extracting(Line::name)
                .containsExactly(
                        "kafka",
                        "postgres",
                        "identity",
                        "simulator",
                        "inbox",
                        "token-service",
                        "poller-service",
                        "classifier-service",
                        "notifier-service",
                        "dashboard-service");
        assertThat(report.lines()).extracting(Line::state).containsOnly(ComponentState.STOPPED);
        assertThat(report.allHealthy()).isFalse();
    }
}
