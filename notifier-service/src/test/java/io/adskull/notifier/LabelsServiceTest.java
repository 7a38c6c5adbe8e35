package io.adskull.notifier;

import static io.adskull.notifier.TenantStory.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.adskull.contract.account.ConnectionId;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What tenants call their accounts, and who hears of these by it.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class LabelsServiceTest {
    SlackReceiver slack;

    @Inject
    MovedClock clock;

    private TenantStory story;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
    }

    @Test
    void aRouteByLabelReachesAccountsThatHaveOneOfItsLabelsAndNoOthers() {
        story.hearsAt("rest", Map.of());
        routeTo(story.hearsAt("brand", Map.of("hearsRest", false)), "Brand-A", "spain");
        label(story, story.account(), "spain", "outlet").statusCode(200);
        label(story, "tiktok/1" + number(), "brand-b").statusCode(200);

        story.opened(story.permission());
        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/services/brand");

        assertThat(toldOf("tiktok/1" + number())).as("another label").containsExactly("/services/rest");
        assertThat(toldOf("tiktok/2" + number())).as("no label").containsExactly("/services/rest");
    }

    @Test
    void anAccountWithBothLabelsIsToldOnce() {
        routeTo(story.hearsAt("brand", Map.of("hearsRest", false)), "brand-a", "spain");
        label(story, story.account(), "brand-a", "spain").statusCode(200);

        story.opened(story.permission());

        patiently().until(() -> !story.taken().isEmpty());
        story.settle();
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/services/brand");
    }

    @Test
    void anotherLabelChangesWhereTheNextIsTold() {
        story.hearsAt("rest", Map.of());
        routeTo(story.hearsAt("brand", Map.of("hearsRest", false)), "brand-a");
        String account = "tiktok/3" + number();

        label(story, account, "brand-b").statusCode(200);
        assertThat(toldOf(account)).containsExactly("/services/rest");
        label(story, account, "brand-a").statusCode(200);
        assertThat(toldOf(account)).containsExactly("/services/brand");
        label(story, account).statusCode(200).body("labels", hasSize(0));
        assertThat(toldOf(account)).containsExactly("/services/rest");
    }

    @Test
    void anotherTenantsLabelsAreNeitherSeenNorCounted() {
        var stranger = new TenantStory(slack, clock);
        story.hearsAt("rest", Map.of());
        routeTo(story.hearsAt("brand", Map.of("hearsRest", false)), "brand-a");
        label(stranger, story.account(), "brand-a").statusCode(200);

        story.opened(story.permission());

        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/services/rest");
        story.as("viewer").get("/api/labels").then().statusCode(200).body("accounts", hasSize(0));
    }

    @Test
    void labelsAndRoutesAreListedAsTheyCount() {
        label(story, story.account(), " Spain ", "brand-a", "BRAND-A")
                .statusCode(200)
                .body("account", equalTo(story.account()), "labels", contains("brand-a", "spain"));
        routeTo(story.hearsAt("brand", Map.of()), "Spain");

        story.as("viewer")
                .get("/api/labels")
                .then()
                .statusCode(200)
                .body("accounts", hasSize(1))
                .body("accounts[0].account", equalTo(story.account()))
                .body("accounts[0].labels", contains("brand-a", "spain"));
        story.as("viewer").get("/api/routes").then().body("[0].labels", contains("spain"));
    }

    @Test
    void whatIsNoLabelOrNoAccountIsRefusedAndChangesNothing() {
        label(story, story.account(), "spain").statusCode(200);

        label(story, story.account(), "brand-a", "a,b")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("letters, digits"));
        label(
                        story,
                        story.account(),
                        IntStream.range(0, 21).mapToObj(each -> "l" + each).toArray(String[]::new))
                .statusCode(400)
                .body("detail", containsString("20 labels at most"));
        label(story, "myspace/1", "spain").statusCode(400).body("detail", containsString("no ad account"));
        put(story, "operator", story.account(), Map.of())
                .statusCode(400)
                .body("detail", containsString("labels is missing"));
        put(story, "viewer", story.account(), Map.of("labels", List.of())).statusCode(403);
        story.post(
                        "/api/routes",
                        Map.of(
                                "name",
                                "R",
                                "labels",
                                List.of("a,b"),
                                "destinations",
                                List.of(story.hearsAt("x", Map.of()))),
                        400)
                .body("detail", containsString("letters, digits"));

        story.as("viewer").get("/api/labels").then().body("accounts[0].labels", contains("spain"));
    }

    /// Where something new of this account of the tenant is told.
    private List<String> toldOf(String account) {
        String name = "Other " + UUID.randomUUID();
        story.opened(story.permission()
                .withAccount(account.substring("tiktok/".length()))
                .withAccountName(name)
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .openedBy(name));
        patiently().until(() -> slack.taken(name).size() == 1);
        return slack.taken(name).stream().map(Posted::path).toList();
    }

    private void routeTo(String destination, String... labels) {
        story.post(
                "/api/routes",
                Map.of("name", "Brand", "labels", List.of(labels), "destinations", List.of(destination)),
                201);
    }

    private String number() {
        return story.account().substring("tiktok/".length());
    }

    private static ValidatableResponse label(TenantStory of, String account, String... labels) {
        return put(of, "operator", account, Map.of("labels", List.of(labels)));
    }

    private static ValidatableResponse put(TenantStory of, String role, String account, Map<String, ?> body) {
        return of.as(role).body(body).put("/api/labels/" + account).then();
    }
}
