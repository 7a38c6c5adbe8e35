package io.adskull.notifier;

import static io.adskull.notifier.TenantStory.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class EscalationServiceTest {
    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    private TenantStory story;
    private String lead;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
        lead = story.hearsAt("lead", Map.of("hearsRest", false));
    }

    @Test
    void whatNobodyReactsToIsToldToWhoIsNextAndSoIsItsEnd() {
        story.hearsAt("buyers", Map.of("escalateTo", List.of(lead), "escalateAfter", "PT30M"));
        Incidents trouble = story.permission();
        story.opened(trouble);
        patiently().until(() -> story.taken().size() == 1);
        story.settle();
        assertThat(at("lead")).isEmpty();

        clock.forward(Duration.ofMinutes(31));

        patiently().until(() -> at("lead").size() == 1);
        assertThat(at("lead").getFirst().body())
                .contains("[Nobody reacted]", "Nobody has reacted. AdSkull told #buyers 31 minutes");
        story.resolved(trouble);
        patiently().until(() -> at("lead").size() == 2 && at("buyers").size() == 2);
        assertThat(at("lead").getLast().body()).contains("[Resolved]");
    }

    @Test
    void whatIsOverIsNotEscalated() {
        story.hearsAt("buyers", Map.of("escalateTo", List.of(lead), "escalateAfter", "PT30M"));
        Incidents trouble = story.permission();
        story.opened(trouble);
        patiently().until(() -> story.taken().size() == 1);
        story.resolved(trouble);
        patiently().until(() -> story.taken().size() == 2);

        clock.forward(Duration.ofHours(2));
        story.settle();

        assertThat(at("lead")).isEmpty();
    }

    @Test
    void whoCannotBeToldDoesNotKeepTheNextFromHearing() {
        story.hearsAt("buyers", Map.of("escalateTo", List.of(lead), "escalateAfter", "PT5M"));
        slack.answerNext(1, 400, Map.of());
        story.opened(story.permission());
        patiently().until(() -> slack.attempts(story.name()).size() == 1);
        story.settle();

        clock.forward(Duration.ofMinutes(6));

        patiently().until(() -> at("lead").size() == 1);
        assertThat(at("lead").getFirst().body()).contains("could not tell #buyers yet");
    }

    @Test
    void aRouteSaysWhoIsNextForWhatFitsIt() {
        String buyers = story.hearsAt("buyers", Map.of());
        story.post(
                "/api/routes",
                Map.of(
                        "name",
                        "Permissions",
                        "causes",
                        List.of("RESOURCE_PERMISSION_MISSING"),
                        "destinations",
                        List.of(buyers),
                        "escalateTo",
                        List.of(lead),
                        "escalateAfter",
                        "PT1H"),
                201);
        story.opened(story.permission());
        story.opened(story.of(Incidents.suspended()).withTitle("suspended " + story.name()));
        patiently().until(() -> story.taken().size() == 2);
        story.settle();

        clock.forward(Duration.ofMinutes(61));

        patiently().until(() -> at("lead").size() == 1);
        story.settle();
        assertThat(at("lead")).hasSize(1);
        assertThat(at("lead").getFirst().body()).doesNotContain("suspended");
    }

    @Test
    void escalationsNameWhatThereIsAndATimeToReact() {
        String buyers = story.hearsAt("buyers", Map.of("escalateTo", List.of(lead), "escalateAfter", "PT30M"));

        refused(buyers, Map.of("escalateTo", List.of(UUID.randomUUID())), "no other destination of yours");
        refused(buyers, Map.of("escalateTo", List.of(buyers)), "no other destination of yours");
        refused(buyers, Map.of("escalateAfter", "PT1M"), "from PT5M");
        refused(buyers, Map.of("escalateAfter", "P8D"), "P7D");
        refused(buyers, Map.of("escalateAfter", "soon"), "from PT5M");
        refused(lead, Map.of("escalateAfter", "PT5M"), "escalateTo is missing");
        refused(lead, Map.of("escalateTo", List.of(buyers)), "escalateAfter is missing");
        story.as("viewer")
                .get("/api/destinations")
                .then()
                .body(
                        "escalateAfter",
                        hasItem("PT30M"),
                        "find { it.id == '" + buyers + "' }.escalateTo[0]",
                        equalTo(lead));
        story.as("operator").delete("/api/destinations/" + lead).then().statusCode(204);
        story.as("viewer").get("/api/destinations").then().body("[0].escalateTo", nullValue());
    }

    private void refused(String destination, Map<String, ?> change, String says) {
        story.as("operator")
                .body(change)
                .put("/api/destinations/" + destination)
                .then()
                .statusCode(400)
                .body("detail", containsString(says));
    }

    private List<Posted> at(String channel) {
        return story.taken().stream()
                .filter(message -> message.path().endsWith("/" + channel))
                .toList();
    }
}
