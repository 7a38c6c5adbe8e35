package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The life of a connection on every platform, against the simulator: consent, probes, refresh, withdrawal by the
/// person, another consent, disconnect. All platforms go through each step together, since most of the time is waiting.
class PlatformsIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    /// Nobody else uses this login.
    private static final String LOGIN = "solo-7";

    /// @param renewed whether a machine renews its tokens
    /// @param probes how many questions its plan has
    private record Way(String platform, String kind, boolean renewed, int probes) {
        @Override
        public String toString() {
            return platform + " " + kind;
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way("meta", "user", true, 8),
            new Way("google", "advertiser", true, 8),
            new Way("linkedin", "advertiser", true, 4),
            new Way("microsoft", "advertiser", true, 4),
            new Way("pinterest", "advertiser", true, 6),
            new Way("snapchat", "advertiser", true, 7),
            new Way("reddit", "advertiser", true, 5),
            new Way("x", "advertiser", false, 5),
            new Way("amazon", "advertiser", true, 3));

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aConnectionLivesAndEndsOnEveryPlatform() {
        Map<Way, String> connections = new LinkedHashMap<>();
        for (Way way : WAYS) {
            connections.put(way, connect(way));
        }
        Map<Way, Instant> firstEnds = new LinkedHashMap<>();
        connections.forEach((way, id) -> {
            JsonNode listed = listed(id).orElseThrow();
            assertThat(listed.path("state").asText()).as("%s", way).isEqualTo("CONNECTED");
            assertThat(listed.path("accounts")).as("%s", way).hasSize(1);
            if (way.renewed()) {
                firstEnds.put(way, Instant.parse(listed.path("expiresAt").asText()));
            } else {
                assertThat(listed.has("expiresAt")).as("%s ends by time", way).isFalse();
            }
            awaitShown(way, account(listed), true);
        });

        connections.forEach((way, id) -> awaitProbed(way, account(listed(id).orElseThrow())));

        firstEnds.forEach((way, firstEnd) -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(Instant.parse(listed(connections.get(way))
                                .orElseThrow()
                                .path("expiresAt")
                                .asText()))
                        .as("%s refreshed", way)
                        .isAfter(firstEnd)));

        WAYS.forEach(way -> system.withdraw(way.platform(), LOGIN));
        connections.forEach((way, id) -> {
            if (way.renewed()) {
                awaitState(way, id, "RECONNECT_REQUIRED");
            } else {
                awaitRefused(way, account(listed(id).orElseThrow()));
            }
        });

        connections.forEach((way, id) -> {
            assertThat(connect(way)).as("%s keeps its connection", way).isEqualTo(id);
            awaitState(way, id, "CONNECTED");
        });

        connections.forEach((way, id) -> {
            String account = account(listed(id).orElseThrow());
            assertThat(system.delete(system.tokenService("/connections/" + id)))
                    .as("%s disconnects", way)
                    .isEqualTo(204);
            assertThat(listed(id)).as("%s", way).isEmpty();
            awaitShown(way, account, false);
        });
    }

    private String connect(Way way) {
        String end = system.connect(way.platform(), way.kind(), LOGIN);
        assertThat(end).as("%s ends at the dashboard", way).contains("connected=");
        return end.replaceAll(".*connected=", "");
    }

    /// Each question of the plan was asked, and none was refused.
    private void awaitProbed(Way way, String account) {
        await().atMost(SOON).untilAsserted(() -> assertThat(asked(way, account))
                .as("%s is asked about %s", way, account)
                .hasSizeGreaterThanOrEqualTo(way.probes()));
        assertThat(asked(way, account)).as("%s about %s", way, account).allSatisfy(request -> assertThat(
                        request.path("status").asInt())
                .as("%s", request)
                .isEqualTo(200));
        assertThat(system.incidents(account)).as("%s about %s", way, account).isEmpty();
    }

    private List<JsonNode> asked(Way way, String account) {
        return StreamSupport.stream(
                        system.get(system.simulator(
                                        "/simulator/requests?platform=" + way.platform() + "&account=" + account))
                                .spliterator(),
                        false)
                .toList();
    }

    private void awaitRefused(Way way, String account) {
        await().atMost(SOON).untilAsserted(() -> assertThat(system.incidents(account))
                .as("%s about %s", way, account)
                .anySatisfy(incident -> {
                    assertThat(incident.path("cause").asText()).isEqualTo("TOKEN_INVALID");
                    assertThat(incident.path("actor").asText()).isEqualTo("ACCOUNT_USER");
                }));
    }

    private void awaitState(Way way, String id, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        listed(id).orElseThrow().path("state").asText())
                .as("%s", way)
                .isEqualTo(state));
    }

    private void awaitShown(Way way, String account, boolean shown) {
        await().atMost(SOON).untilAsserted(() -> assertThat(system.accounts().stream()
                        .anyMatch(one -> one.path("accountId").asText().equals(account)
                                && one.path("platform").asText().equals(way.platform())))
                .as("%s account %s on the dashboard", way, account)
                .isEqualTo(shown));
    }

    private static String account(JsonNode connection) {
        return connection.path("accounts").path(0).path("id").asText();
    }

    private Optional<JsonNode> listed(String id) {
        for (JsonNode connection : system.get(system.tokenService("/connections"))) {
            if (connection.path("id").asText().equals(id)) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }
}
