package io.adskull.local.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.local.component.Component;
import io.adskull.local.component.Program;
import io.adskull.local.component.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortConflictTest {

    @Test
    void aTakenPortIsToldWithItsComponentAndItsHolder() throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            List<PortConflict> conflicts = PortConflict.of(List.of(listeningOn(stranger.getLocalPort())));

            assertThat(conflicts).singleElement().satisfies(conflict -> {
                assertThat(conflict.component()).isEqualTo("kafka");
                assertThat(conflict.port()).isEqualTo(stranger.getLocalPort());
                assertThat(PortConflict.sentence(List.of(conflict))).contains("ADSKULL_PORT_OFFSET");
            });
        }
    }

    @Test
    void aFreePortIsNoConflict() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(PortConflict.of(List.of(listeningOn(free)))).isEmpty();
    }

    @Test
    void theSentenceNamesTheProcessToStop() {
        var conflict = new PortConflict(8094, "kafka", Optional.of(new PortOwner(4711, "python3")));

        assertThat(PortConflict.sentence(List.of(conflict)))
                .startsWith("port 8094, which kafka needs, is taken by process 4711 (python3)");
    }

    @Test
    void manyTakenPortsAreOneSentence() {
        var conflict = new PortConflict(8094, "kafka", Optional.empty());

        assertThat(PortConflict.sentence(List.of(conflict, conflict, conflict)))
                .startsWith(
                        "port 8094, which kafka needs, is taken by a program of another user (and so are 2 others);");
    }

    private static Component listeningOn(int port) {
        return new Component(
                "kafka",
                List.of(port),
                List.of(),
                new Readiness.Listening(port),
                new Program(16, List.of(), Path.of(""), Map.of()),
                Set.of());
    }
}
