package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a newcomer sees after `./adskull up`.
class DemoIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    /// Such as `20261127221740700AB2846662BEEDAFFB`: the moment, then what makes it unique.
    private static final Pattern LOG_ID = Pattern.compile("20\\d{12}[0-9A-F]{18,}");

    private static final Pattern RECONNECT = Pattern.compile("http://\\S+/reconnect\\?ticket=\\S+");
    private static final String PREFIX = "7012345678901234";

    private final RunningSystem system = RunningSystem.get();

    @Test
    void eightAccountsAreShown() {
        await().atMost(SOON).untilAsserted(() -> assertThat(system.accounts())
                .extracting(account -> account.path("name").asText())
                .contains(
                        "Northwind Sneakers",
                        "Northwind Outdoor",
                        "Northwind Kids",
                        "Northwind Home",
                        "Northwind Beauty",
                        "Northwind Garden",
                        "Contoso Travel",
                        "Lumen Studio"));
    }

    @Test
    void aMissingFeaturePermissionIsToldToThePersonWithWhatAnAdminMustDo() {
        JsonNode incident = openIncident(PREFIX + "503", "RESOURCE_PERMISSION_MISSING");

        assertThat(incident.path("resource").asText()).isEqualTo("AUTOMATED_RULES");
        assertThat(incident.path("actor").asText()).isEqualTo("BUSINESS_ADMIN");
        assertThat(incident.path("steps")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(incident.path("logId").asText()).isNotEmpty();
        assertThat(incident.path("evidence")).isNotEmpty();
        for (String channel : List.of("slack", "email")) {
            String text = message(channel, "Northwind Kids").path("text").asText();
            assertThat(text)
                    .contains("Automated Rules", "Business Center", "admin")
                    .containsPattern("(?s)1\\..*2\\..*3\\.");
            // The incident goes on and takes over newer ids; the message quotes the one that it was opened with.
            assertThat(LOG_ID.matcher(text).find())
                    .as("a log id of TikTok in %s", text)
                    .isTrue();
            assertThat(incident.path("logId").asText()).matches(LOG_ID);
        }
    }

    @Test
    void aRevokedTokenIsToldWithTheWayToReconnect() {
        JsonNode incident = openIncident(PREFIX + "507", "TOKEN_INVALID");

        assertThat(incident.path("actor").asText()).isEqualTo("ACCOUNT_USER");
        assertThat(message("slack", "Contoso Travel").path("text").asText()).containsIgnoringCase("reconnect");
        Matcher link = RECONNECT.matcher(
                message("email", "Contoso Travel").path("text").asText());
        assertThat(link.find()).as("the mail has a link to reconnect").isTrue();
        assertThat(system.redirect(URI.create(link.group())))
                .as("one click leads to TikTok's consent page")
                .hasValueSatisfying(page -> assertThat(page).contains("/portal/auth?", "state="));
        assertThat(system.incidents(PREFIX + "507"))
                .as("one incident, though every call fails")
                .hasSize(1);
    }

    @Test
    void aSuspendedAccountIsFoundThoughEveryCallSucceeds() {
        openIncident(PREFIX + "505", "ACCOUNT_DISABLED");
        message("slack", "Northwind Beauty");
    }

    @Test
    void aRateLimitIsWaitedOutWithoutBotheringAnyone() {
        await().atMost(SOON.multipliedBy(2)).untilAsserted(() -> assertThat(system.incidents(PREFIX + "504"))
                .anySatisfy(incident -> {
                    assertThat(incident.path("cause").asText()).isEqualTo("RATE_LIMITED");
                    assertThat(incident.path("state").asText()).isEqualTo("resolved");
                }));
        assertThat(system.messagesNaming("Northwind Home")).isEmpty();
    }

    @Test
    void anExpiringTokenIsRefreshedBeforeItExpires() {
        String first = lumenExpiresAt();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(lumenExpiresAt()).isGreaterThan(first));
        assertThat(system.incidents("_000LumenStudioOpenId8")).isEmpty();
        assertThat(system.messagesNaming("Lumen Studio")).isEmpty();
    }

    private String lumenExpiresAt() {
        for (JsonNode connection : system.get(system.tokenService("/connections"))) {
            if (connection.path("kind").asText().equals("tiktok-account")) {
                return connection.path("expiresAt").asText();
            }
        }
        throw new AssertionError("the TikTok account is not connected");
    }

    private JsonNode openIncident(String accountId, String cause) {
        return await().atMost(SOON)
                .until(
                        () -> system.incidents(accountId).stream()
                                .filter(i -> i.path("cause").asText().equals(cause)
                                        && i.path("state").asText().equals("open"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private JsonNode message(String channel, String account) {
        return await().atMost(SOON)
                .until(
                        () -> system.messagesNaming(account).stream()
                                .filter(m -> m.path("channel").asText().equals(channel))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
