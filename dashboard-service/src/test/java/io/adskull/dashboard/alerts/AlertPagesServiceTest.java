package io.adskull.dashboard.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class AlertPagesServiceTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>{page}";

    NotifierStandIn notifier;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void aTenantWithoutDestinationsIsToldWhereAlertsGoAndWhatToDoFirst() {
        as("operator")
                .get("/alerts")
                .then()
                .statusCode(200)
                .body(containsString("Every alert goes to the default"))
                .body(containsString("First add a destination"));
    }

    @Test
    void destinationsAndRoutesAreSaidInPlainEnglish() {
        UUID finance = has("Finance", Map.of());
        has("Buyers", Map.of("offAt", "2026-11-22T12:00:00Z", "offWhy", "Slack answered 404 channel_not_found"));
        route("Bills", Map.of("platforms", List.of("tiktok"), "causes", List.of("BILLING_REQUIRED")), finance);

        as("viewer")
                .get("/alerts")
                .then()
                .statusCode(200)
                .body(containsString("TikTok, billing required"))
                .body(containsString("<b>Finance</b>"))
                .body(containsString("Slack answered 404 channel_not_found"));
    }

    @Test
    void whoMayOnlyLookSeesNoButtonAndMayPressNone() {
        UUID id = has("Buyers", Map.of());

        as("viewer")
                .get("/alerts")
                .then()
                .statusCode(200)
                .body(containsString("Buyers"))
                .body(not(containsString("<form")))
                .body(not(containsString("/alerts/routes")));
        for (String form : List.of("", "/" + id, "/" + id + "/test", "/" + id + "/on", "/" + id + "/delete")) {
            as("viewer")
                    .formParam("name", "X")
                    .post("/alerts/destinations" + form)
                    .then()
                    .statusCode(403);
        }
        as("viewer").get("/alerts/destinations/" + id).then().statusCode(403);
        as("viewer").formParam("name", "X").post("/alerts/routes").then().statusCode(403);
        as("viewer").formParam("cause", "UNKNOWN").post("/alerts/mutes").then().statusCode(403);
        as("viewer").get("/alerts/mutes").then().statusCode(403);
        assertThat(notifier.of(tenant, "destinations")).hasSize(1);
    }

    @Test
    void anotherSiteMayPressNoButton() {
        UUID id = has("Buyers", Map.of());

        as("operator")
                .header("Sec-Fetch-Site", "cross-site")
                .post("/alerts/destinations/" + id + "/delete")
                .then()
                .statusCode(403);

        assertThat(notifier.of(tenant, "destinations")).hasSize(1);
    }

    @Test
    void aDestinationIsAddedAndItsNameIsNeverMarkup() {
        as("operator")
                .formParam("kind", "slack")
                .formParam("name", HOSTILE)
                .formParam("address", "https://hooks.slack.com/services/T/B/s3cret")
                .formParam("recipient", HOSTILE)
                .formParam("hearsRest", "on")
                .redirects()
                .follow(false)
                .post("/alerts/destinations")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/alerts"));
        UUID id = UUID.fromString(
                notifier.of(tenant, "destinations").getFirst().path("id").asText());
        route(HOSTILE, Map.of("accounts", List.of(HOSTILE)), id);

        for (String page : List.of("/alerts", "/alerts/destinations/" + id, "/alerts/routes")) {
            assertThat(as("operator").get(page).then().statusCode(200).extract().asString())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void aNewWebhooksSecretIsShownOnce() {
        as("operator")
                .formParam("kind", "webhook")
                .formParam("name", "Our program")
                .formParam("address", "https://hooks.northwind.example/x")
                .post("/alerts/destinations")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("whsec_shownOnce"))
                .body(containsString("Copy the secret of “Our program” now"));

        as("operator").get("/alerts").then().body(containsString("Our program"), not(containsString("whsec_")));
    }

    @Test
    void whatWasTypedIsKeptBesideTheErrorButNoSecretIs() {
        notifier.refusesNext(tenant, "There is a destination \"Buyers\" already.");
        as("operator")
                .formParam("kind", "slack")
                .formParam("name", "Buyers")
                .formParam("address", "https://hooks.slack.com/services/T/B/s3cret")
                .formParam("recipient", "#ads")
                .post("/alerts/destinations")
                .then()
                .statusCode(400)
                .body(containsString("There is a destination &quot;Buyers&quot; already."))
                .body(containsString("value=\"Buyers\""))
                .body(containsString("value=\"#ads\""))
                .body(not(containsString("s3cret")));

        notifier.refusesNext(tenant, "An e-mail address is one address.");
        as("operator")
                .formParam("kind", "email")
                .formParam("name", "Mail")
                .formParam("address", "nobody")
                .post("/alerts/destinations")
                .then()
                .statusCode(400)
                .body(containsString("value=\"nobody\""));
    }

    @Test
    void aTestIsAnsweredInPlaceWithTheReceiversWords() {
        UUID id = has("Buyers", Map.of());
        String button = "/alerts/destinations/" + id + "/test";

        as("operator")
                .header("HX-Request", "true")
                .post(button)
                .then()
                .statusCode(200)
                .body(containsString("Delivered"), not(containsString("<html")));

        notifier.receiversSay(tenant, "Slack answered 404 <b>no_service</b>");
        as("operator")
                .header("HX-Request", "true")
                .post(button)
                .then()
                .body(containsString("Slack answered 404 &lt;b&gt;no_service&lt;/b&gt;"));
        as("operator")
                .post(button)
                .then()
                .statusCode(200)
                .body(containsString("<html"), containsString("Slack answered 404"));
    }

    @Test
    void aDestinationIsEditedSwitchedOnAndDeleted() {
        UUID id = has("Buyers", Map.of("offAt", "2026-11-22T12:00:00Z"));

        as("operator").post("/alerts/destinations/" + id + "/on").then().body(not(containsString("Off since")));
        as("operator")
                .formParam("name", "Renamed")
                .formParam("recipient", "#other")
                .post("/alerts/destinations/" + id)
                .then()
                .body(containsString("Renamed"), containsString("#other"));
        assertThat(notifier.of(tenant, "destinations")
                        .getFirst()
                        .path("hearsRest")
                        .asBoolean())
                .isFalse();
        as("operator").post("/alerts/destinations/" + id + "/delete").then().body(containsString("None yet."));
    }

    @Test
    void aBotsDestinationIsAddedWithItsHabitsAndTheyStandInItsForm() {
        UUID boss = has("Boss", Map.of());
        as("operator")
                .formParam("kind", "slack-bot")
                .formParam("name", "Buyers")
                .formParam("address", "C024BE91L")
                .formParam("token", "xoxb-s3cret")
                .formParam("recipient", "#ads")
                .formParam("quietFrom", "22:00")
                .formParam("quietTo", "07:00")
                .formParam("zone", "Europe/Berlin")
                .formParam("digest", "weekly")
                .formParam("escalateTo", boss.toString())
                .formParam("escalateAfter", "PT30M")
                .post("/alerts/destinations")
                .then()
                .statusCode(200)
                .body(
                        containsString("Slack bot"),
                        containsString("Quiet from 22:00 to 07:00 (Europe/Berlin), also for what is critical"),
                        containsString("Summary on Mondays"),
                        containsString("If nobody reacts for 30 minutes, also Boss"),
                        not(containsString("s3cret")));
        JsonNode kept = notifier.of(tenant, "destinations").getLast();
        assertThat(kept.path("secret").asText()).isEqualTo("xoxb-s3cret");
        assertThat(kept.path("criticalBreaksQuiet").asBoolean()).isFalse();

        as("operator")
                .get("/alerts/destinations/" + kept.path("id").asText())
                .then()
                .statusCode(200)
                .body(
                        containsString("name=\"quietFrom\" value=\"22:00\""),
                        containsString("name=\"zone\" value=\"Europe/Berlin\""),
                        containsString("<option value=\"weekly\" selected>"),
                        containsString("<option value=\"PT30M\" selected>30 minutes"),
                        containsString("value=\"" + boss + "\" checked"),
                        not(containsString("s3cret")));
    }

    @Test
    void whatIsLeftEmptyInAFormIsTakenAwayFromTheDestination() {
        UUID boss = has("Boss", Map.of());
        UUID id = has(
                "Buyers",
                Map.of(
                        "zone", "Europe/Berlin",
                        "quietFrom", "22:00:00",
                        "quietTo", "07:00:00",
                        "digest", "daily",
                        "escalateTo", List.of(boss),
                        "escalateAfter", "PT1H"));
        as("operator")
                .formParam("name", "Buyers")
                .formParam("quietFrom", "")
                .formParam("quietTo", "")
                .formParam("digest", "none")
                .formParam("escalateAfter", "PT1H")
                .post("/alerts/destinations/" + id);

        JsonNode kept = notifier.of(tenant, "destinations").getLast();
        assertThat(kept.path("quietFrom").asText() + kept.path("quietTo").asText())
                .isEmpty();
        assertThat(kept.path("digest").asText()).isEqualTo("none");
        assertThat(kept.path("escalateTo")).isEmpty();
    }

    @Test
    void aRefusalStandsAtTheFormWithWhatWasTyped() {
        UUID id = has("Buyers", Map.of());
        for (String form : List.of("/alerts/destinations", "/alerts/destinations/" + id)) {
            notifier.refusesNext(tenant, "zone is none of IANA's time zones.");
            as("operator")
                    .formParam("kind", "email")
                    .formParam("name", "Mail")
                    .formParam("quietFrom", "22:00")
                    .formParam("zone", "<Berlin>")
                    .formParam("digest", "daily")
                    .post(form)
                    .then()
                    .statusCode(400)
                    .body(
                            containsString("zone is none of IANA&#39;s time zones."),
                            containsString("name=\"quietFrom\" value=\"22:00\""),
                            containsString("value=\"&lt;Berlin&gt;\""),
                            containsString("<option value=\"daily\" selected>"));
        }
    }

    @Test
    void aMailboxWhoseOwnerHasNotAgreedIsAskedAgain() {
        UUID id = has("Mail", Map.of("kind", "email", "confirmed", false));
        String button = "/alerts/destinations/" + id + "/confirmation";

        as("operator")
                .get("/alerts")
                .then()
                .body(
                        containsString("Waiting for the owner of the mailbox to confirm"),
                        containsString("No destination hears the rest"),
                        not(containsString("Send test")));
        as("operator").post(button).then().statusCode(200).body(containsString("Sent again."));
        as("operator")
                .header("HX-Request", "true")
                .post(button)
                .then()
                .body(containsString("Sent again."), not(containsString("<html")));
        as("viewer").post(button).then().statusCode(403);

        assertThat(notifier.of(tenant, "confirmations")).hasSize(2);
    }

    @Test
    void aRouteIsAddedEditedAndDeleted() {
        UUID finance = has("Finance", Map.of());

        as("operator")
                .formParam("name", "Bills")
                .formParam("platforms", "tiktok", "meta")
                .formParam("actors", "BILLING_OWNER")
                .formParam("accounts", "tiktok/7012\n meta/act_1 ")
                .formParam("to", finance.toString())
                .post("/alerts/routes")
                .then()
                .statusCode(200)
                .body(containsString("TikTok or Meta, tiktok/7012 or meta/act_1, for the billing owner"));
        JsonNode kept = notifier.of(tenant, "routes").getFirst();
        assertThat(kept.has("labels")).isFalse();
        String id = kept.path("id").asText();
        as("operator")
                .get("/alerts/routes/" + id)
                .then()
                .body(
                        containsString("name=\"platforms\" value=\"meta\" checked"),
                        containsString("name=\"actors\" value=\"BILLING_OWNER\" checked"),
                        containsString("tiktok/7012\nmeta/act_1"));
        as("operator")
                .formParam("name", "Bills")
                .formParam("severities", "CRITICAL")
                .post("/alerts/routes/" + id)
                .then()
                .statusCode(400)
                .body(
                        containsString("Tick at least one destination"),
                        containsString("name=\"severities\" value=\"CRITICAL\" checked"));
        as("operator").post("/alerts/routes/" + id + "/delete").then().statusCode(200);
        assertThat(notifier.of(tenant, "routes")).isEmpty();
    }

    @Test
    void aRouteAsksForLabelsAndSaysWhoHearsNext() {
        UUID finance = has("Finance", Map.of());
        UUID boss = has("Boss", Map.of());

        as("operator")
                .formParam("name", "Brand")
                .formParam("labels", "brand-a, south spain,")
                .formParam("to", finance.toString())
                .formParam("escalateTo", boss.toString())
                .formParam("escalateAfter", "PT2H")
                .post("/alerts/routes")
                .then()
                .statusCode(200)
                .body(
                        containsString("Labelled brand-a or south spain"),
                        containsString("If nobody reacts for 2 hours, also Boss"));
        JsonNode kept = notifier.of(tenant, "routes").getFirst();
        assertThat(kept.path("labels")).extracting(JsonNode::asText).containsExactly("brand-a", "south spain");

        String form = "/alerts/routes/" + kept.path("id").asText();
        as("operator")
                .get(form)
                .then()
                .body(
                        containsString("name=\"labels\" value=\"brand-a, south spain\""),
                        containsString("name=\"escalateTo\" value=\"" + boss + "\" checked"),
                        containsString("<option value=\"PT2H\" selected>"));
        as("operator")
                .formParam("name", "Brand")
                .formParam("to", finance.toString())
                .formParam("escalateAfter", "PT2H")
                .post(form);
        assertThat(notifier.of(tenant, "routes").getFirst().path("escalateTo")).isEmpty();
    }

    @Test
    void whenTheNotifierIsAwayThePageSaysSoAndTheRestGoesOn() {
        UUID id = has("Buyers", Map.of());
        notifier.isAwayFor(tenant);

        as("operator")
                .get("/alerts")
                .then()
                .statusCode(200)
                .body(containsString("Where alerts go cannot be shown now"), not(containsString("Buyers")));
        as("operator")
                .header("HX-Request", "true")
                .post("/alerts/destinations/" + id + "/test")
                .then()
                .statusCode(200)
                .body(containsString("does not answer now"));
        as("operator").get("/alerts/destinations/" + id).then().statusCode(503);
        as("operator").get("/").then().statusCode(200);
    }

    @Test
    void whoIsNotSignedInSeesNothing() {
        given().redirects().follow(false).get("/alerts").then().statusCode(302).body(not(containsString("Buyers")));
    }

    private UUID has(String name, Map<String, Object> more) {
        var values = new HashMap<String, Object>(
                Map.of("name", name, "kind", "slack", "recipient", "#ads", "hearsRest", true));
        values.putAll(more);
        return notifier.has(tenant, "destinations", values);
    }

    private void route(String name, Map<String, Object> asks, UUID to) {
        var values = new HashMap<String, Object>(Map.of("name", name, "destinations", List.of(to)));
        for (String field : List.of("platforms", "accounts", "causes", "actors", "severities")) {
            values.put(field, asks.getOrDefault(field, List.of()));
        }
        notifier.has(tenant, "routes", values);
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(RealIdentity.token("ann", tenant, role));
    }
}
