package io.adskull.dashboard.alerts;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class AttentionFormsServiceTest {
    NotifierStandIn notifier;

    private final Fabricated kids = Fabricated.account("Northwind Kids");
    private final Incident incident = kids.permissionMissing("e1", "words", 3);
    private final String page = "/incidents/" + incident.id();
    private final String buttons = page + "/attention";

    @BeforeEach
    void open() {
        kids.connected(NOON);
        kids.told(new Remediation.Opened(incident, NOON));
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            as("viewer").get(page).then().statusCode(200);
            as("viewer").get("/accounts/" + kids.account()).then().statusCode(200);
        });
    }

    @Test
    void whoIsOnItSaysSoAndNobodyIsRemindedAnyMore() {
        as("operator").get(page).then().body(containsString("Acknowledge</button>"));
        press("acknowledge")
                .then()
                .statusCode(200)
                .body(containsString("Acknowledged by <strong>ann</strong>"), not(containsString("<html")));
        press("3").then().body(containsString("25 Nov, 12:00 UTC"), containsString("value=\"wake\">Wake</button>"));
        press("wake").then().body(containsString("Reminders come as before."));

        assertThat(notifier.of(kids.tenant(), "attention"))
                .extracting(node ->
                        node.path("asked").asText() + " " + node.path("hours").asLong())
                .containsExactly("POST acknowledge 0", "POST snooze 72", "DELETE snooze 0");
    }

    @Test
    void theButtonsWorkWithoutAScriptAndSayWhyNot() {
        as("operator")
                .formParam("wish", "7")
                .redirects()
                .follow(false)
                .post(buttons)
                .then()
                .statusCode(303);
        as("operator").formParam("wish", "400").post(buttons).then().statusCode(400);
        notifier.refusesNext(kids.tenant(), "The incident <b>is</b> over.");
        press("1").then().statusCode(200).body(containsString("The incident &lt;b&gt;is&lt;/b&gt; over."));
    }

    @Test
    void thePageSaysWhoIsOnItAndUntilWhenItSleeps() {
        notifier.attended(kids.tenant(), """
                {"acknowledgedAt": "2026-11-22T12:30:00Z", "acknowledgedBy": "<b>ann</b>",
                 "snoozedUntil": "2026-11-25T12:00:00Z"}
                """);

        as("operator")
                .get(page)
                .then()
                .body(
                        containsString("Acknowledged by <strong>&lt;b&gt;ann&lt;/b&gt;</strong>"),
                        containsString("25 Nov, 12:00 UTC"),
                        containsString("Wake</button>"),
                        not(containsString("Acknowledge</button>")),
                        not(containsString("End the snooze")));
        as("viewer").get(page).then().body(containsString("25 Nov, 12:00 UTC"), not(containsString("Wake</button>")));
    }

    @Test
    void whereNothingIsKnownOrNobodyCanBeAskedThePageIsWhole() {
        as("operator").get(page).then().statusCode(200).body(containsString("End the snooze</button>"));
        notifier.attended(kids.tenant(), "{}");
        as("operator")
                .get(page)
                .then()
                .body(containsString("Acknowledge</button>"), not(containsString("Wake</button>")));
        notifier.isAwayFor(kids.tenant());

        as("operator").get(page).then().statusCode(200).body(containsString("End the snooze</button>"));
        as("viewer").get(page).then().statusCode(200).body(not(containsString("Reminders</h2>")));
        press("acknowledge").then().statusCode(200).body(containsString("does not answer now"));
    }

    @Test
    void anIncidentLeadsToAMuteOfItsAccountAndCause() {
        String form = "/alerts/mutes?account=" + kids.account() + "&amp;cause=RESOURCE_PERMISSION_MISSING";

        as("operator").get(page).then().body(containsString("href=\"" + form + "\""));
        as("viewer").get(page).then().body(not(containsString("/alerts/mutes")));
        as("operator")
                .get(form.replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .body(
                        containsString("name=\"account\" value=\"" + kids.account() + "\""),
                        containsString("<option value=\"RESOURCE_PERMISSION_MISSING\" selected>"),
                        containsString("<option value=\"" + kids.account() + "\">Northwind Kids</option>"));
    }

    @Test
    void whoMayOnlyLookAndWhoIsOfAnotherTenantPressesNothing() {
        as("viewer").get(page).then().body(not(containsString("Acknowledge</button>")));
        as("viewer").formParam("wish", "1").post(buttons).then().statusCode(403);
        given().auth()
                .oauth2(RealIdentity.token("eve", "stranger-" + kids.tenant(), "admin"))
                .formParam("wish", "1")
                .post(buttons)
                .then()
                .statusCode(404);

        assertThat(notifier.of(kids.tenant(), "attention")).isEmpty();
    }

    private Response press(String wish) {
        return as("operator")
                .header("HX-Request", "true")
                .formParam("wish", wish)
                .post(buttons);
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(RealIdentity.token("ann", kids.tenant(), role));
    }
}
