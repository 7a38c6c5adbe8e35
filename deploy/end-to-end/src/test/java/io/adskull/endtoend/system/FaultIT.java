package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A fault at the platform is seen, told, and its end is told as well.
class FaultIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SNEAKERS = "7012345678901234501";

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aFaultIsAnIncidentWithMessagesAndItsEndIsToldToo() {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("code", 40001)
                .put("message", "You don't have permission to operate this pixel.")
                .put("request_id", "20261122070300FAULT1");
        String fault = system.fault(SNEAKERS, "/pixel/list/", 200, body);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(system.incidents(SNEAKERS)).anySatisfy(incident -> {
                    assertThat(incident.path("state").asText()).isEqualTo("open");
                    assertThat(incident.path("resource").asText()).isEqualTo("PIXELS");
                }));
        await().atMost(SOON).untilAsserted(() -> assertThat(channelsOf(openedMessages()))
                .containsExactlyInAnyOrder("slack", "email"));

        system.endFault(fault);

        await().atMost(SOON).untilAsserted(() -> assertThat(system.incidents(SNEAKERS))
                .allSatisfy(
                        incident -> assertThat(incident.path("state").asText()).isEqualTo("resolved")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(channelsOf(system.messagesNaming("Northwind Sneakers").stream()
                                .filter(m ->
                                        m.path("subject").asText().toLowerCase().contains("resolved"))
                                .toList()))
                        .containsExactlyInAnyOrder("slack", "email"));
    }

    private List<JsonNode> openedMessages() {
        return system.messagesNaming("Northwind Sneakers").stream()
                .filter(m -> !m.path("subject").asText().toLowerCase().contains("resolved"))
                .toList();
    }

    private static List<String> channelsOf(List<JsonNode> messages) {
        return messages.stream().map(m -> m.path("channel").asText()).toList();
    }
}
