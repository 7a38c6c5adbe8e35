package io.adskull.dashboard.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Incident;
import io.adskull.dashboard.Story;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class HistoryServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

    @Test
    void theDaysOfAPartAreCountedFromItsIncidents() {
        Story kids = connected("Northwind Kids", 10 * 24);
        kids.resolved(kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(100))), kids.hoursAgo(76));
        kids.opened(kids.troubled(Resource.CAMPAIGNS, kids.hoursAgo(24)));
        awaitIncidents(kids, "open", 1);
        awaitIncidents(kids, "resolved", 1);

        JsonPath uptime = uptime(kids);

        assertThat(uptime.getString("watchedSince"))
                .isEqualTo(kids.hoursAgo(240).toString());
        assertThat(uptime.getList("parts[0].days")).hasSize(90);
        assertThat(uptime.getString("parts[0].days[0].kind")).isEqualTo("unknown");
        // A tenth was degraded for the whole account, another tenth denied for this part.
        assertThat(percent(uptime, Resource.AUTOMATED_RULES)).isBetween(79.9, 80.1);
        assertThat(percent(uptime, Resource.ADS)).isBetween(89.9, 90.1);
    }

    @Test
    void whatWasDoneToTheAccessStandsInTheTimelineOfWhatTheAccessCaused() {
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        Story kids = Story.of("Northwind Kids");
        kids.who().connectedBy(connection, kids.hoursAgo(240));
        kids.who().renewalFailed(connection, kids.hoursAgo(3).minusSeconds(60));
        Incident expired = kids.opened(kids.expired(kids.hoursAgo(3)));
        Incident refused = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        kids.who().reconnected(connection, kids.hoursAgo(2));
        awaitIncidents(kids, "open", 2);

        await().atMost(SOON).untilAsserted(() -> assertThat(timeline(kids, expired))
                .containsExactly("renewal-failed", "opened", "reconnected"));
        assertThat(timeline(kids, refused)).containsExactly("opened");
    }

    private static List<String> timeline(Story of, Incident incident) {
        return viewer(of)
                .get("/api/incidents/" + incident.id() + "/timeline")
                .jsonPath()
                .getList("what");
    }

    @Test
    void aNewConsentDoesNotBeginTheHistoryAnewAndAnotherConnectionDoes() {
        Story kids = connected("Northwind Kids", 240);
        kids.who().connected(kids.hoursAgo(24));
        await().atMost(SOON).untilAsserted(() -> assertThat(viewer(kids)
                        .get("/api/accounts/" + kids.who().account())
                        .jsonPath()
                        .getString("since"))
                .isEqualTo(kids.hoursAgo(24).toString()));
        assertThat(uptime(kids).getString("watchedSince"))
                .isEqualTo(kids.hoursAgo(240).toString());

        kids.who().disconnected(kids.hoursAgo(12));
        await().atMost(SOON).untilAsserted(() -> viewer(kids)
                .get("/api/accounts/" + kids.who().account())
                .then()
                .statusCode(404));
        kids.who().connected(kids.hoursAgo(6));

        await().atMost(SOON).untilAsserted(() -> assertThat(uptime(kids).getString("watchedSince"))
                .isEqualTo(kids.hoursAgo(6).toString()));
    }

    @Test
    void theListOfIncidentsGoesOnWhereItsLinkSays() {
        Story kids = connected("Northwind Kids", 240);
        for (int hours = 1; hours <= 5; hours++) {
            Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(hours * 10)));
            kids.resolved(incident, kids.hoursAgo(hours * 10 - 1));
        }
        awaitIncidents(kids, "resolved", 5);

        for (String state : List.of("", "&state=resolved")) {
            List<String> all = viewer(kids)
                    .get("/api/incidents?limit=100" + state)
                    .jsonPath()
                    .getList("id");
            List<String> read = new ArrayList<>();
            Optional<String> next = Optional.of("/api/incidents?limit=2" + state);
            int answers = 0;
            while (next.isPresent()) {
                Response answer = viewer(kids).urlEncodingEnabled(false).get(next.get());
                read.addAll(answer.jsonPath().getList("id"));
                next = next(answer);
                answers++;
            }
            assertThat(read).isEqualTo(all).hasSize(5);
            assertThat(answers).isEqualTo(3);
        }
        viewer(kids)
                .get("/api/incidents?after=yesterday")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        Story kids = connected("Northwind Kids", 240);
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        awaitIncidents(kids, "open", 1);
        List<String> addresses = List.of(
                "/api/incidents",
                "/api/incidents/" + incident.id(),
                "/api/incidents/" + incident.id() + "/timeline",
                "/api/incidents/" + incident.id() + "/support-text");
        List<String> tags = new ArrayList<>();
        for (String address : addresses) {
            String tag = viewer(kids).get(address).header("ETag");
            assertThat(tag).startsWith("W/\"");
            String answer = viewer(kids)
                    .header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .extract()
                    .asString();
            assertThat(answer).isEmpty();
            tags.add(tag);
        }

        kids.resolved(incident, kids.hoursAgo(1));

        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            String tag = tags.get(i);
            await().atMost(SOON).untilAsserted(() -> viewer(kids)
                    .header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(200));
        }
        assertThat(viewer(kids)
                        .get("/api/accounts/" + kids.who().account() + "/uptime")
                        .header("ETag"))
                .startsWith("W/");
    }

    @Test
    void programsGetTheTimelineAndTheTicketToo() {
        Story kids = connected("Northwind Kids", 240);
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        kids.who().messaged(incident, "OPENED", "slack", "#ads", null);
        kids.resolved(incident, kids.hoursAgo(1));

        String address = "/api/incidents/" + incident.id();
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        viewer(kids).get(address + "/timeline").jsonPath().getList("what"))
                .containsExactlyInAnyOrder("opened", "resolved", "delivered"));
        viewer(kids)
                .get(address + "/support-text")
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString("Log ID: 20261122120000ABCDEF0123456789ABCD"), containsString("Now: works again"));
    }

    @Test
    void anAccountsPageLeadsThroughItsWholeHistory() {
        Story kids = connected("Northwind Kids", 240);
        for (int hours = 1; hours <= 25; hours++) {
            Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(hours * 5)));
            kids.resolved(incident, kids.hoursAgo(hours * 5 - 1));
        }
        awaitIncidents(kids, "resolved", 25);
        String account = "/accounts/" + kids.who().account();

        String first =
                viewer(kids).get(account).then().statusCode(200).extract().asString();
        assertThat(rows(first)).isEqualTo(20);
        Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"#]+)").matcher(first);
        assertThat(older.find()).isTrue();
        String second =
                viewer(kids).urlEncodingEnabled(false).get(older.group(1)).asString();
        assertThat(rows(second)).isEqualTo(5);
        assertThat(second).contains(">Newest</a>").doesNotContain("rel=\"next\"");
        viewer(kids).get(account + "?before=x").then().statusCode(400);
    }

    @Test
    void aResolvedIncidentSaysHowLongItLastedAndWhatShowedIt() {
        Story kids = connected("Northwind Kids", 240);
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(30)));
        kids.resolved(incident, kids.hoursAgo(4));

        await().atMost(SOON).untilAsserted(() -> operator(kids)
                .get("/incidents/" + incident.id())
                .then()
                .body(containsString("It lasted 1 day 2 h."))
                .body(containsString("The call that failed works again."))
                .body(containsString("for your admin"))
                .body(containsString("What was already tried:"))
                .body(not(containsString("Re-test</button>"))));
    }

    @Test
    void withoutAScriptThePageComesBackAndSaysThatItWasAsked() {
        Story kids = connected("Northwind Kids", 240);
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        awaitIncidents(kids, "open", 1);

        for (String page :
                List.of("/incidents/" + incident.id(), "/accounts/" + kids.who().account())) {
            String back = operator(kids)
                    .redirects()
                    .follow(false)
                    .post(page + "/re-test")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            assertThat(back).contains(page + "?asked=");
            String asked = back.substring(back.indexOf('?'));
            operator(kids).get(page + asked).then().body(containsString("Asked, waiting for the answer"));
            operator(kids).get(page + "/re-test" + asked).then().body(containsString("Asked, waiting for the answer"));
            String longAgo = "?asked=" + Instant.EPOCH;
            operator(kids).get(page + longAgo).then().statusCode(200).body(not(containsString("Asked, waiting")));
            operator(kids).get(page + "?asked=now").then().statusCode(200).body(not(containsString("Asked, waiting")));
            viewer(kids).get(page + "/re-test" + asked).then().statusCode(403);
        }
    }

    @Test
    void theMatrixSaysSinceWhenAPartWorksAndSinceWhenItDoesNot() {
        Story kids = connected("Northwind Kids", 240);
        kids.resolved(kids.opened(kids.refused(Resource.PIXELS, kids.hoursAgo(100))), kids.hoursAgo(76));
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        awaitIncidents(kids, "open", 1);
        awaitIncidents(kids, "resolved", 1);

        for (String page :
                List.of("/incidents/" + incident.id(), "/accounts/" + kids.who().account())) {
            String html = viewer(kids).get(page).asString();
            assertThat(sinceWhen(html, "Pixels")).isEqualTo("working " + kids.hoursAgo(76));
            assertThat(sinceWhen(html, "Automated Rules")).isEqualTo("denied " + kids.hoursAgo(3));
            assertThat(sinceWhen(html, "Ads")).isEqualTo("working " + kids.hoursAgo(240));
        }
    }

    @Test
    void whoMayOnlyLookGetsNoButtonToTest() {
        Story kids = connected("Northwind Kids", 240);
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        awaitIncidents(kids, "open", 1);

        for (String page :
                List.of("/incidents/" + incident.id(), "/accounts/" + kids.who().account())) {
            viewer(kids).get(page).then().statusCode(200).body(not(containsString("Re-test</button>")));
            operator(kids).get(page).then().body(containsString("Re-test</button>"));
        }
    }

    @Test
    void theApisDescriptionSaysWhatAListHolds() {
        JsonPath api = given().get("/q/openapi?format=json").jsonPath();

        assertThat(api.getString(
                        "paths.'/api/incidents'.get.responses.'200'.content.'application/json'.schema.items.'$ref'"))
                .endsWith("/IncidentView");
        assertThat(
                        api.getString(
                                "paths.'/api/accounts/{platform}/{accountId}/uptime'.get.responses.'200'.content.'application/json'.schema.'$ref'"))
                .endsWith("/AccountUptime");
    }

    @Test
    void anotherTenantFindsNothingAtAnyOfTheseAddresses() {
        Story kids = connected("Northwind Kids", 240);
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(3)));
        awaitIncidents(kids, "open", 1);
        Story stranger = Story.of("Somebody else");

        for (String address : List.of(
                "/api/incidents/" + incident.id() + "/timeline",
                "/api/incidents/" + incident.id() + "/support-text",
                "/api/accounts/" + kids.who().account() + "/uptime",
                "/incidents/" + incident.id() + "/re-test?asked=" + Instant.now(),
                "/accounts/" + kids.who().account() + "/re-test?asked=" + Instant.now(),
                "/accounts/" + kids.who().account() + "?before=" + Instant.now() + "~" + incident.id())) {
            operator(stranger).get(address).then().statusCode(404);
        }
        for (String address : List.of(
                "/api/incidents/x/timeline", "/api/incidents/x/support-text", "/api/accounts/tiktok/x/uptime")) {
            operator(kids).get(address).then().statusCode(404);
        }
    }

    private static Story connected(String name, long hoursAgo) {
        Story story = Story.of(name);
        story.who().connected(story.hoursAgo(hoursAgo));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        viewer(story).get("/api/accounts").jsonPath().getList("key"))
                .hasSize(1));
        return story;
    }

    private static void awaitIncidents(Story story, String state, int many) {
        await().atMost(SOON).untilAsserted(() -> assertThat(viewer(story)
                        .get("/api/incidents?state=" + state)
                        .jsonPath()
                        .getList("id"))
                .hasSize(many));
    }

    private static JsonPath uptime(Story story) {
        return viewer(story)
                .get("/api/accounts/" + story.who().account() + "/uptime")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static double percent(JsonPath uptime, Resource part) {
        return uptime.getDouble("parts.find { it.resource == '" + part + "' }.percent");
    }

    /// What a page's matrix says of a part, such as `denied 2026-11-22T12:00:00Z`.
    private static String sinceWhen(String html, String part) {
        Matcher line = Pattern.compile(
                        "<(?:tr|li) class=\"(\\w+)\">(?:(?!</tr>|</li>).)*?>" + part + "<.*?datetime=\"([^\"]+)\"",
                        Pattern.DOTALL)
                .matcher(html);
        return line.find() ? line.group(1) + " " + line.group(2) : "nothing";
    }

    private static int rows(String html) {
        return html.split("<th scope=\"row\"", -1).length - 1;
    }

    private static Optional<String> next(Response answer) {
        return Optional.ofNullable(answer.header("Link"))
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1));
    }

    private static RequestSpecification viewer(Story of) {
        return given().auth().oauth2(RealIdentity.token("vera", of.who().tenant(), "viewer"));
    }

    private static RequestSpecification operator(Story of) {
        return given().auth().oauth2(RealIdentity.token("otto", of.who().tenant(), "operator"));
    }
}
