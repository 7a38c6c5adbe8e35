package io.adskull.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anEndThatIsNotTheEndOfAllTroubleSaysSo() throws IOException {
        assertThat(resolved(Optional.of("Northwind Kids has to be reconnected")))
                .contains("Still open for this account:* Northwind Kids has to be reconnected");
    }

    @Test
    void fiveThousandAccountsStayWithinSlacksLimits() throws IOException {
        String message = opened(Incidents.others(4999));

        assertWithinLimits(message);
        assertThat(message).contains("and 4999 more accounts", "_and 4949 more, see AdSkull_");
    }

    @Test
    void aMonstrousIncidentStaysWithinSlacksLimits() throws IOException {
        String huge = "<&>\"'`*_~ ".repeat(3000);
        Incidents monster = Incidents.automatedRulesPermissionMissing()
                .withTitle(huge)
                .withAccountName(huge)
                .withBusinessName(huge)
                .withExplanation(huge)
                .withSteps(Collections.nCopies(5000, huge))
                .withForwardable(huge)
                .withEvidence(Collections.nCopies(5000, huge))
                .withMessage(huge)
                .withLogId(huge)
                .withDocs("https://example.com/" + "a".repeat(5000));

        assertWithinLimits(opened(monster));
    }

    @Test
    void anIncidentThatSaysNothingIsStillAMessageThatSlackTakes() throws IOException {
        Incidents silent = Incidents.suspended()
                .withTitle("")
                .withAccountName("")
                .withBusinessName("")
                .withExplanation(" ")
                .withForwardable("")
                .withMessage("")
                .withSteps(List.of(""));

        assertWithinLimits(opened(silent));
    }

    @Test
    void aPlatformsWordsCannotCallTheWholeChannelOrSmuggleALink() {
        String message = opened(Incidents.automatedRulesPermissionMissing()
                .withMessage("<!channel> <https://evil.example|Sign in> & more")
                .withAccountName("<!here>")
                .withTitle("<@U123> says")
                .withDocs("javascript:alert(1)"));

        assertThat(message)
                .doesNotContain("<!channel>", "<https://evil", "javascript:")
                .contains("&lt;!channel&gt; &lt;https://evil.example|Sign in&gt; &amp; more");
    }

    private static String opened(Incidents story) {
        Alert alert = new Alert.Opened(story.incident());
        return SlackMessages.of(alert, links(alert)).json();
    }

    private static String opened(List<Incident> together) {
        Alert alert = Incidents.together(together);
        return SlackMessages.of(alert, links(alert)).json();
    }

    private static String resolved(Optional<String> stillOpen) {
        Alert alert = new Alert.Resolved(
                Incidents.automatedRulesPermissionMissing().incident(),
                Incidents.OPENED_AT.plus(Duration.ofMinutes(134)),
                "The list of automated rules was read without an error.",
                stillOpen);
        return SlackMessages.of(alert, links(alert)).json();
    }

    private static void assertWithinLimits(String json) throws IOException {
        JsonNode message = JSON.readTree(json);
        assertThat(message.get("text").asText().length()).isBetween(1, 4000);
        assertThat(message.get("blocks").size()).isBetween(1, 50);
        for (JsonNode block : message.get("blocks")) {
            switch (block.get("type").asText()) {
                case "header" -> assertText(block.get("text"), 150);
                case "section" -> {
                    if (block.has("text")) {
                        assertText(block.get("text"), 3000);
                    } else {
                        assertThat(block.get("fields").size()).isBetween(1, 10);
                        block.get("fields").forEach(field -> assertText(field, 2000));
                    }
                }
                case "context" -> {
                    assertThat(block.get("elements").size()).isBetween(1, 10);
                    block.get("elements").forEach(element -> assertText(element, 2000));
                }
                case "actions" -> {
                    assertThat(block.get("elements").size()).isBetween(1, 25);
                    block.get("elements").forEach(button -> {
                        assertText(button.get("text"), 75);
                        assertThat(button.get("url").asText().length()).isLessThanOrEqualTo(3000);
                    });
                }
                case "divider" -> assertThat(block.size()).isEqualTo(1);
                default -> throw new AssertionError("unexpected block " + block);
            }
        }
    }

    private static void assertText(JsonNode text, int max) {
        assertThat(text.get("text").asText()).isNotBlank();
        assertThat(text.get("text").asText().length()).isLessThanOrEqualTo(max);
        assertThat(text.get("text").asText()).doesNotContainPattern("&(?!amp;|lt;|gt;)(?=[a-z]*…)");
    }

    /// As [io.adskull.notifier.channel.MakeLinks] makes them.
    private static AlertLinks links(Alert alert) {
        return new AlertLinks(
                "http://localhost:8080/incidents/1",
                Optional.of("http://localhost:8081/reconnect?ticket=signed")
                        .filter(url -> alert instanceof Alert.Opened
                                && alert.incident().mendedByReconnecting()));
    }
}
