package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One missing permission and the failures that look like it: each is told as what it is, because of what else the
/// platform answers.
class EvidenceIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    /// Longer than any failure is held back.
    private static final Duration EVERY_PATIENCE = Duration.ofSeconds(180);

    private static final String RULES = "/optimizer/rule/list/";
    private static final String FLEET = "fleet-120";

    private final RunningSystem system = RunningSystem.get();
    private final List<String> faults = new ArrayList<>();

    @AfterEach
    void heal() {
        faults.forEach(system::endFault);
    }

    @Test
    void aPermissionThatOneFeatureLacksIsForTheAdmin() {
        String account = connected(101);
        onePath(account, 40001, "No permission to operate advertiser: " + account);

        JsonNode incident = openIncident(account, "RESOURCE_PERMISSION_MISSING");

        assertThat(incident.path("actor").asText()).isEqualTo("BUSINESS_ADMIN");
        assertThat(incident.path("resource").asText()).isEqualTo("AUTOMATED_RULES");
    }

    @Test
    void theSameWordsWithAnotherCodeAreTheSame() {
        String account = connected(102);
        onePath(account, 40002, "No permission to operate advertiser: " + account);

        assertThat(openIncident(account, "RESOURCE_PERMISSION_MISSING")
                        .path("actor")
                        .asText())
                .isEqualTo("BUSINESS_ADMIN");
    }

    @Test
    void aScopeThatTheAppLacksIsAnotherThing() {
        String account = connected(103);
        onePath(account, 40001, "The access token lacks the required scope for this endpoint.");

        openIncident(account, "SCOPE_MISSING");
    }

    @Test
    void theSameWordsOnEveryCallAreALostAccount() {
        String account = connected(104);
        everywhere(account, 40001, "No permission to operate advertiser: " + account);

        assertThat(openIncident(account, "ACCOUNT_ACCESS_MISSING").path("actor").asText())
                .isEqualTo("BUSINESS_ADMIN");
        assertThat(open(account)).as("no feature is blamed for it").hasSize(1);
    }

    @Test
    void aKeyThatIsRefusedForOneAccountAndTakenForOthersIsALostAccount() {
        String account = connected(105);
        everywhere(account, 40105, "Access token is incorrect or has been revoked.");

        JsonNode incident = openIncident(account, "ACCOUNT_ACCESS_MISSING");

        assertThat(incident.path("actor").asText()).isEqualTo("BUSINESS_ADMIN");
        assertThat(open(account)).hasSize(1);
    }

    @Test
    void aKeyThatOneCallRefusesSendsNobodyToTheConsentPage() {
        String account = connected(106);
        onePath(account, 40105, "Access token is incorrect or has been revoked.");

        JsonNode incident = await().atMost(EVERY_PATIENCE)
                .until(() -> system.incidents(account).stream().findFirst().orElse(null), found -> found != null);

        assertThat(incident.path("cause").asText()).isEqualTo("UNKNOWN");
        assertThat(incident.path("actor").asText()).isEqualTo("DEVELOPER");
    }

    /// An account that no other test uses.
    private String connected(int number) {
        String account = Long.toString(7100000000000000000L + number);
        if (!known().contains(account)) {
            system.connect(FLEET);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(known()).contains(account));
        return account;
    }

    private List<String> known() {
        return system.accounts().stream()
                .map(account -> account.path("accountId").asText())
                .toList();
    }

    private void onePath(String account, int code, String message) {
        faults.add(system.fault(account, RULES, 200, body(code, message)));
    }

    private void everywhere(String account, int code, String message) {
        faults.add(system.faultEverywhere(account, 200, body(code, message)));
    }

    private List<JsonNode> open(String account) {
        return system.incidents(account).stream()
                .filter(incident -> incident.path("state").asText().equals("open"))
                .toList();
    }

    private JsonNode openIncident(String account, String cause) {
        return await().atMost(SOON)
                .until(
                        () -> system.incidents(account).stream()
                                .filter(incident -> incident.path("cause")
                                                .asText()
                                                .equals(cause)
                                        && incident.path("state").asText().equals("open"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private static JsonNode body(int code, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", message)
                .put("request_id", "20261126070300EVIDENCE");
    }
}
