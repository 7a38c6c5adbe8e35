package io.adskull.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.SlackWorkspace.Shown;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// What people answer to an alert, and what they hear afterwards.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Workspace.class, restrictToAnnotatedClass = true)
class AttentionServiceTest {
    private static final Map<String, Object> ONE_DAY = Map.of("hours", 24);

    SlackWorkspace slack;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private final OneConnection connection = new OneConnection();
    private final String shop = connection.shop();
    private final Incident incident = connection.permission(0).incident();

    @Test
    void whoAcknowledgesIsNotRemindedAndHearsTheEnd() {
        Shown first = told();

        acknowledge("ann").statusCode(200).body("acknowledgedBy", equalTo("ann"), "acknowledgedAt", notNullValue());
        acknowledge("bob").statusCode(200).body("acknowledgedBy", equalTo("ann"));
        clock.forward(Duration.ofDays(20));
        OneConnection.resolved(incident, clock.instant());

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(slack.inThreadOf(first).getFirst().body()).contains("Over.");
    }

    @Test
    void whoAcknowledgesBeforeTheMessageLeftIsNotRemindedEither() {
        Incident limited =
                connection.rateLimited(0).withOpenedAt(clock.instant()).incident();
        OneConnection.opened(limited);
        await().until(() -> states(limited).equals(List.of("OPENED PENDING")));

        acknowledge(limited, "ann").statusCode(200);
        clock.forward(Duration.ofMinutes(11));

        await().until(() -> states(limited).equals(List.of("OPENED DELIVERED")));
        OneConnection.resolved(limited, clock.instant());
        await().until(() -> states(limited).equals(List.of("OPENED DELIVERED", "RESOLVED DELIVERED")));
    }

    @Test
    void aSnoozedReminderComesWhenTheSnoozeIsOver() {
        Shown first = told();

        snooze(Map.of("hours", 72)).statusCode(200).body("snoozedUntil", notNullValue());
        clock.forward(Duration.ofHours(48));
        marker();
        assertThat(slack.inThreadOf(first)).isEmpty();
        clock.forward(Duration.ofHours(25));

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(slack.inThreadOf(first).getFirst().body()).contains("[Still open]");
    }

    @Test
    void newsOfFurtherAccountsWaitsAsWellButTheEndDoesNot() {
        Shown first = told();
        snooze(ONE_DAY).statusCode(200);
        OneConnection.opened(connection.permission(1).incident());
        await().until(() -> states(incident).contains("JOINED PENDING"));
        acknowledge(connection.permission(1).incident(), "ann")
                .statusCode(200)
                .body("incident", equalTo(incident.id().toString()));
        clock.forward(Duration.ofHours(1));
        marker();
        assertThat(slack.inThreadOf(first)).isEmpty();

        OneConnection.resolved(connection.permission(1).incident(), clock.instant());
        OneConnection.resolved(incident, clock.instant());

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(slack.inThreadOf(first).getFirst().body()).contains("Over.");
        assertThat(states(incident)).contains("JOINED CANCELLED", "REMINDED CANCELLED");
    }

    @Test
    void whatIsStillHeldBackComesLaterAndNeverWhereItHealsBefore() {
        Incident later = connection.rateLimited(2).withOpenedAt(clock.instant()).incident();
        Incident never = new OneConnection()
                .rateLimited(3)
                .withAccountName("Never " + shop)
                .withOpenedAt(clock.instant())
                .incident();
        for (Incident held : List.of(later, never)) {
            OneConnection.opened(held);
            await().until(() -> states(held).equals(List.of("OPENED PENDING")));
            snooze(held, ONE_DAY).statusCode(200);
        }
        clock.forward(Duration.ofHours(1));
        OneConnection.resolved(never, clock.instant());
        await().until(() -> states(never).equals(List.of("OPENED CANCELLED")));
        assertThat(slack.about(shop)).isEmpty();
        clock.forward(Duration.ofHours(24));

        await().until(() -> slack.about(shop).size() == 1);
        assertThat(slack.about(shop).getFirst().body()).contains(connection.number(2));
    }

    @Test
    void whatIsWokenComesWhenItWasDueBefore() {
        Shown first = told();
        snooze(Map.of("hours", 200)).statusCode(200);
        snooze(Map.of("until", clock.instant().plus(Duration.ofDays(20)).toString()))
                .statusCode(200);
        clock.forward(Duration.ofHours(23));
        wake().statusCode(200).body("snoozedUntil", nullValue());
        wake().statusCode(200);
        marker();
        assertThat(slack.inThreadOf(first)).isEmpty();
        clock.forward(Duration.ofHours(2));

        await().until(() -> slack.inThreadOf(first).size() == 1);
    }

    @Test
    void nobodyActsForAnotherTenantWithoutARoleOrWithoutAToken() {
        told();
        String path = "/api/incidents/" + incident.id();

        given().auth()
                .oauth2(RealIdentity.token("eve", "northwind", "admin"))
                .post(path + "/acknowledge")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        for (String role : List.of("viewer", "service")) {
            given().auth()
                    .oauth2(RealIdentity.token("vic", "demo", role))
                    .post(path + "/acknowledge")
                    .then()
                    .statusCode(403);
        }
        given().post(path + "/acknowledge").then().statusCode(401);
        given().auth()
                .oauth2(RealIdentity.forgedToken("ann", "demo", "admin"))
                .post(path + "/acknowledge")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(RealIdentity.tokenFor("elsewhere", "ann", "demo", "admin"))
                .delete(path + "/snooze")
                .then()
                .statusCode(401);
        acknowledge("ann").statusCode(200).body("acknowledgedBy", equalTo("ann"));
    }

    @Test
    void whatIsOverUnknownOrUnclearIsRefused() {
        Shown first = told();
        snooze(Map.of("hours", 0)).statusCode(400).body("detail", containsString("at most 30 days"));
        snooze(Map.of("hours", 721)).statusCode(400);
        snooze(Map.of("until", "2020-01-01T00:00:00Z")).statusCode(400);
        snooze(Map.of("hours", 1, "until", Instant.now().plusSeconds(60).toString()))
                .statusCode(400);
        snooze(Map.of()).statusCode(400);
        snooze(Map.of("until", "tomorrow")).statusCode(400);
        given().auth()
                .oauth2(ann())
                .post("/api/incidents/" + UUID.randomUUID() + "/acknowledge")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(ann())
                .post("/api/incidents/everything/acknowledge")
                .then()
                .statusCode(404);
        OneConnection.resolved(incident, clock.instant());
        await().until(() -> slack.inThreadOf(first).size() == 1);

        acknowledge("ann").statusCode(409);
        snooze(ONE_DAY).statusCode(409);
        wake().statusCode(409);
    }

    @Test
    void whatWasAnsweredIsSeenByEverybodyOfTheTenantAndByNobodyElse() {
        told();
        seen("viewer").statusCode(200).body("acknowledgedAt", nullValue(), "snoozedUntil", nullValue());

        acknowledge("ann").statusCode(200);
        snooze(ONE_DAY).statusCode(200);
        OneConnection.opened(connection.permission(1).incident());
        await().until(() -> states(incident).contains("JOINED PENDING"));

        for (Incident told : List.of(incident, connection.permission(1).incident())) {
            seen(told, "demo", "viewer")
                    .statusCode(200)
                    .body("acknowledgedBy", equalTo("ann"), "acknowledgedAt", notNullValue())
                    .body("snoozedUntil", notNullValue());
        }
        seen(incident, "stranger", "admin").statusCode(404);
        clock.forward(Duration.ofHours(25));
        seen("viewer").body("acknowledgedBy", equalTo("ann"), "snoozedUntil", nullValue());
        OneConnection.resolved(incident, clock.instant());
        seen("viewer").statusCode(200).body("acknowledgedBy", equalTo("ann"));
        given().get("/api/incidents/" + incident.id() + "/attention").then().statusCode(401);
    }

    private ValidatableResponse seen(String role) {
        return seen(incident, "demo", role);
    }

    private static ValidatableResponse seen(Incident which, String tenant, String role) {
        return given().auth()
                .oauth2(RealIdentity.token("vic", tenant, role))
                .get("/api/incidents/" + which.id() + "/attention")
                .then();
    }

    private Shown told() {
        OneConnection.opened(incident);
        await().until(() -> states(incident).equals(List.of("OPENED DELIVERED", "REMINDED PENDING")));
        return slack.about(shop).getFirst();
    }

    /// Whatever was due when this was heard has been sent when it is.
    private void marker() {
        var marker = new OneConnection();
        OneConnection.opened(marker.permission(9).incident());
        await().until(() -> slack.about(marker.shop()).size() == 1);
    }

    private ValidatableResponse acknowledge(String who) {
        return acknowledge(incident, who);
    }

    private static ValidatableResponse acknowledge(Incident which, String who) {
        return given().auth()
                .oauth2(RealIdentity.token(who, "demo", "operator"))
                .post("/api/incidents/" + which.id() + "/acknowledge")
                .then();
    }

    private ValidatableResponse snooze(Map<String, Object> wish) {
        return snooze(incident, wish);
    }

    private static ValidatableResponse snooze(Incident which, Map<String, Object> wish) {
        return given().auth()
                .oauth2(ann())
                .contentType("application/json")
                .body(wish)
                .post("/api/incidents/" + which.id() + "/snooze")
                .then();
    }

    private ValidatableResponse wake() {
        return given().auth()
                .oauth2(ann())
                .delete("/api/incidents/" + incident.id() + "/snooze")
                .then();
    }

    private static String ann() {
        return RealIdentity.token("ann", "demo", "admin");
    }

    /// Of the messages about it, such as `OPENED DELIVERED`, in their order.
    @SuppressWarnings("unchecked")
    private List<String> states(Incident of) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select transition || ' ' || state from delivery where incident = :id order by position",
                        String.class)
                .setParameter("id", of.id().value())
                .getResultList());
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
