package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A service that dies in the middle of its work loses no incident, and no message is missing or doubled.
class KillIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String PATH = "/pixel/list/";

    private final RunningSystem system = RunningSystem.get();

    @ParameterizedTest
    @CsvSource({
        "token-service, 0",
        "poller-service, 1",
        "classifier-service, 2",
        "notifier-service, 3",
        "dashboard-service, 4"
    })
    void aKilledServiceLosesAndDoublesNothing(String service, int round) {
        system.connect("fleet-90");
        List<String> accounts = accounts(round);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            faults.add(fault(accounts.get(i)));
            if (i == accounts.size() / 2) {
                system.kill(service);
            }
        }

        system.up();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(openIncidents(accounts)).hasSameElementsAs(accounts));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(messagesPerAccount(accounts, false))
                .containsOnlyKeys(accounts)
                .allSatisfy((account, channels) -> assertThat(channels).containsExactlyInAnyOrder("slack", "email")));

        faults.forEach(system::endFault);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(messagesPerAccount(accounts, true))
                .containsOnlyKeys(accounts)
                .allSatisfy((account, channels) -> assertThat(channels).containsExactlyInAnyOrder("slack", "email")));
        assertThat(messagesPerAccount(accounts, false))
                .as("nothing came twice meanwhile")
                .allSatisfy((account, channels) -> assertThat(channels).containsExactlyInAnyOrder("slack", "email"));
    }

    /// Accounts that no other round and no other test uses.
    private static List<String> accounts(int round) {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            accounts.add(Long.toString(7100000000000000075L + round * 3L + i));
        }
        return accounts;
    }

    private String fault(String account) {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("code", 40001)
                .put("message", "advertiser does not grant you this permission")
                .put("request_id", "20261122070300" + account.substring(15));
        return system.fault(account, PATH, 200, body);
    }

    private List<String> openIncidents(List<String> accounts) {
        return system.incidents().stream()
                .filter(incident -> incident.path("state").asText().equals("open"))
                .map(incident -> incident.path("accountId").asText())
                .filter(accounts::contains)
                .toList();
    }

    private Map<String, List<String>> messagesPerAccount(List<String> accounts, boolean resolved) {
        return system.messages().stream()
                .filter(message ->
                        message.path("subject").asText().toLowerCase().contains("resolved") == resolved)
                .flatMap(message -> accounts.stream()
                        .filter(account -> message.path("text").asText().contains(account))
                        .map(account ->
                                Map.entry(account, message.path("channel").asText())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
