package io.adskull.notifier;

import static io.adskull.notifier.TenantStory.patiently;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class MutesServiceTest {
    private static final Map<String, String> PERMISSIONS = Map.of("cause", "RESOURCE_PERMISSION_MISSING");

    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private TenantStory story;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
        story.hearsAt("buyers", Map.of());
    }

    @Test
    void whatIsMutedIsToldWhenTheMuteEndsIfItStillGoesOn() {
        mute(Map.of(
                "cause",
                "RESOURCE_PERMISSION_MISSING",
                "until",
                clock.instant().plus(Duration.ofHours(2)).toString()));
        Incidents healing = story.permission().withTitle("heals " + story.name());
        Incidents lasting = story.permission().openedBy("another").withTitle("lasts " + story.name());
        story.opened(healing);
        story.resolved(healing);
        story.opened(lasting);
        story.settle();
        assertThat(story.taken()).isEmpty();

        clock.forward(Duration.ofHours(3));

        patiently().until(() -> story.taken().size() == 1);
        story.settle();
        assertThat(story.taken()).hasSize(1);
        assertThat(story.taken().getFirst().body()).contains("lasts");
    }

    @Test
    void aMuteThatIsDeletedLetsGoWhatItKept() {
        String id = mute(PERMISSIONS);
        story.opened(story.permission());
        clock.forward(Duration.ofDays(400));
        story.settle();
        assertThat(story.taken()).isEmpty();

        unmute(id);

        patiently().until(() -> story.taken().size() == 1);
    }

    @Test
    void aMuteHoldsBackWhatHasNotLeftYet() {
        story.opened(story.of(Incidents.rateLimited()));
        story.settle();

        String id = mute(Map.of("account", story.account(), "why", "A test account."));
        clock.forward(Duration.ofHours(1));
        patiently().until(() -> rows("transition = 'OPENED' and muted_by is not null") == 1);
        assertThat(story.taken()).isEmpty();
        unmute(id);

        patiently().until(() -> story.taken().size() == 1);
    }

    @Test
    void nobodyIsRemindedOfWhatIsMutedAndItsEndIsToldAllTheSame() {
        Incidents trouble = story.permission();
        story.opened(trouble);
        patiently().until(() -> rows("transition = 'REMINDED'") == 1);

        mute(PERMISSIONS);
        clock.forward(Duration.ofDays(2));
        story.settle();
        assertThat(story.taken()).hasSize(1);
        story.resolved(trouble);

        patiently().until(() -> story.taken().size() == 2);
        assertThat(story.taken().getLast().body()).contains("[Resolved]");
        assertThat(rows("state = 'PENDING' and subject not like '%marker%'")).isZero();
    }

    @Test
    void anAccountThatIsNotMutedIsToldThoughItsTroubleBeganWithOneThatIs() {
        mute(Map.of("account", story.account()));
        story.opened(story.permission());
        patiently().until(() -> rows("muted_by is not null") == 1);

        story.opened(story.permission().withAccount("7066000000000000001").withAccountName("Other " + story.name()));

        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken().getFirst().body()).contains("Other " + story.name());
    }

    @Test
    void whatTheOperatorsMustMendOnlyTheyCanMute() {
        mute(Map.of("account", story.account()));
        story.opened(story.of(Incidents.invalidRequest()));
        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/operators-secret");

        operators()
                .body(Map.of("account", story.account()))
                .post("/api/mutes")
                .then()
                .statusCode(201);
        story.opened(story.of(Incidents.invalidRequest()).openedBy("another"));

        patiently().until(() -> rows("muted_by is not null") == 2);
        assertThat(story.taken()).hasSize(1);
    }

    @Test
    void mutesAreTheTenantsOwn() {
        String id = mute(Map.of("platform", "tiktok", "why", "TikTok tests."));
        String stranger = RealIdentity.token("eve", "stranger-" + story.tenant(), "admin");

        story.as("viewer")
                .get("/api/mutes")
                .then()
                .statusCode(200)
                .body("$", hasSize(1), "[0].platform", equalTo("tiktok"), "[0].why", equalTo("TikTok tests."));
        given().auth().oauth2(stranger).get("/api/mutes").then().body("$", hasSize(0));
        given().auth().oauth2(stranger).delete("/api/mutes/" + id).then().statusCode(404);
        story.as("viewer").delete("/api/mutes/" + id).then().statusCode(403);
        story.as("viewer").body(PERMISSIONS).post("/api/mutes").then().statusCode(403);
        given().get("/api/mutes").then().statusCode(401);
        story.post("/api/mutes", Map.of("why", "Quiet, please."), 400)
                .body("detail", containsString("Name an account"));
        unmute(id);
        story.as("viewer").get("/api/mutes").then().body("$", hasSize(0));
    }

    private String mute(Map<String, String> what) {
        return story.post("/api/mutes", what, 201).extract().path("id");
    }

    private void unmute(String id) {
        story.as("operator").delete("/api/mutes/" + id).then().statusCode(204);
    }

    private static io.restassured.specification.RequestSpecification operators() {
        return given().auth()
                .oauth2(RealIdentity.token("olga", Incident.OPERATORS, "operator"))
                .contentType("application/json");
    }

    /// Messages of this account of which that is true.
    private long rows(String condition) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) entities.createNativeQuery(
                                "select count(*) from delivery where account = :account and " + condition)
                        .setParameter("account", story.account())
                        .getSingleResult())
                .longValue());
    }
}
