package io.adskull.notifier.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.notifier.MovedClock;
import io.adskull.notifier.Receivers;
import io.adskull.notifier.SlackReceiver;
import io.adskull.notifier.TenantStory;
import io.adskull.notifier.channel.Destination.SlackBot;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A destination whose address, secret or name of its channel changes alone.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class ChangedDestinationServiceTest {
    SlackReceiver slack;

    @Inject
    MovedClock clock;

    @Inject
    Directory directory;

    private TenantStory story;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
    }

    @Test
    void anotherNameOfTheChannelNeedsNoAddress() {
        String id = story.hearsAt("buyers", Map.of());

        change(id, Map.of("recipient", "#renamed"), "#renamed");

        story.as("operator")
                .post("/api/destinations/" + id + "/test")
                .then()
                .statusCode(200)
                .body("delivered", equalTo(true));
        assertThat(slack.taken("AdSkull reaches #renamed")).isNotEmpty();
    }

    @Test
    void anotherAddressOfTheSameChannelIsNamedAnew() {
        String id = story.hearsAt("buyers", Map.of());

        change(id, Map.of("address", slack.url("/services/moved")), "Slack");
    }

    @Test
    void aBotsNewTokenNeedsNoChannel() {
        String id = bot();

        change(id, Map.of("secret", "xoxb-new"), "#ads");

        assertThat(directory.toTest(id, story.tenant()))
                .contains(
                        new SlackBot(DestinationRow.outboxName(UUID.fromString(id)), "#ads", "xoxb-new", "C024BE91L"));
    }

    @Test
    void whatIsNoTokenIsRefusedAndTheOldOneStays() {
        String id = bot();

        story.as("operator")
                .body(Map.of("secret", "hunter2"))
                .put("/api/destinations/" + id)
                .then()
                .statusCode(400)
                .body("detail", containsString("begins with xoxb-"));

        assertThat(directory.toTest(id, story.tenant()))
                .hasValueSatisfying(to -> assertThat(((SlackBot) to).token()).isEqualTo("xoxb-old"));
    }

    private String bot() {
        return story.post(
                        "/api/destinations",
                        Map.of(
                                "kind",
                                "slack-bot",
                                "name",
                                "Bot",
                                "address",
                                "C024BE91L",
                                "recipient",
                                "#ads",
                                "secret",
                                "xoxb-old"),
                        201)
                .extract()
                .path("id");
    }

    private void change(String id, Map<String, ?> asked, String shown) {
        story.as("operator")
                .body(asked)
                .put("/api/destinations/" + id)
                .then()
                .statusCode(200)
                .body("recipient", equalTo(shown));
    }
}
