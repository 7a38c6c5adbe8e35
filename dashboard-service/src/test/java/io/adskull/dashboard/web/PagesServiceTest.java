package io.adskull.dashboard.web;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class PagesServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>{page}";

    @TestHTTPResource("/live")
    URI live;

    @Test
    void whatAPlatformNamedIsNeverMarkup() {
        Fabricated evil = Fabricated.account(HOSTILE);
        Incident incident = evil.permissionMissing("e1", HOSTILE, 3);
        evil.connected(NOON);
        awaitAccount(evil);
        evil.told(new Remediation.Opened(incident, NOON));
        awaitOpen(evil);

        for (String page : List.of("/", "/incidents/" + incident.id(), "/accounts/" + evil.account())) {
            String html =
                    viewer(evil).get(page).then().statusCode(200).extract().asString();
            assertThat(html)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("javascript:alert");
        }
    }

    @Test
    void theOverviewSaysWhatIsBrokenWhoMustActAndHow() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "Switch on Automated Rules", 3);
        kids.connected(NOON);
        awaitAccount(kids);
        kids.told(new Remediation.Opened(incident, NOON));
        awaitOpen(kids);

        viewer(kids)
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("1 account needs somebody"))
                .body(containsString("Northwind Kids"))
                .body(containsString("An admin of the business account"))
                .body(containsString("Switch on Automated Rules"))
                .body(containsString("Automated Rules denied"));
    }

    @Test
    void anIncidentsPageSaysWhoWasToldWhatAndHowItEnded() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "words", 3);
        kids.connected(NOON);
        awaitAccount(kids);
        kids.told(new Remediation.Opened(incident, NOON));
        awaitOpen(kids);
        viewer(kids)
                .get("/incidents/" + incident.id())
                .then()
                .body(containsString("No message begins with this account"));

        kids.messaged(incident, "OPENED", "slack", "#ads", null);
        kids.messaged(incident, "JOINED", "email", "buyers@northwind.example", null);
        kids.messaged(incident, "REMINDED", "webhook", "hooks.northwind.example", "<b>410 Gone</b>");

        await().atMost(SOON).untilAsserted(() -> viewer(kids)
                .get("/incidents/" + incident.id())
                .then()
                .body(
                        containsString("Slack #ads, that it began</p>"),
                        containsString("E-mail buyers@northwind.example, that more accounts fail</p>"),
                        containsString("Webhook hooks.northwind.example, that it still goes on: &lt;b&gt;410 Gone"))
                .body(not(containsString("No message begins with this account"))));
    }

    @Test
    void aTenantWithoutAccountsIsToldHowToConnectOne() {
        operator(Fabricated.account("nobody"))
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("/connect/tiktok?kind=advertiser"));
    }

    @Test
    void whoMayOnlyLookGetsNoLinkThatConnectsOrDisconnects() {
        viewer(Fabricated.account("nobody"))
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("Ask an operator or admin"))
                .body(not(containsString("/connect/")));
        Fabricated kids = Fabricated.account("Northwind Kids");
        kids.connected(NOON);
        awaitAccount(kids);
        viewer(kids).get("/").then().body(not(containsString("/connect/")));
        viewer(kids)
                .get("/accounts/" + kids.account())
                .then()
                .body(containsString("/reconnect?ticket="))
                .body(not(containsString("/disconnect?ticket=")));
        operator(kids).get("/accounts/" + kids.account()).then().body(containsString("/disconnect?ticket="));
    }

    @Test
    void anAccountWhoseConnectionDiedIsBrokenThoughNothingFailedYet() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        kids.connectedBy(connection, NOON);
        awaitAccount(kids);
        kids.connectionDied(connection, NOON.plusSeconds(60));

        await().untilAsserted(() -> viewer(kids)
                .get("/accounts/" + kids.account())
                .then()
                .statusCode(200)
                .body(containsString("This connection must be connected again."))
                .body(containsString("Reconnect Northwind Agency"))
                .body(not(containsString("Nothing is broken here"))));
        assertThat(viewer(kids).get("/api/accounts").jsonPath().getString("[0].health"))
                .isEqualTo("broken");
        viewer(kids).get("/").then().body(containsString("1 account needs somebody"));
    }

    @Test
    void anAccountWhoseAccessEndedWithoutBeingRenewedIsNotCalledHealthy() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        kids.connectedBy(connection, NOON);
        awaitAccount(kids);
        kids.renewalFailed(connection, NOON.plusSeconds(90));

        await().untilAsserted(() -> viewer(kids)
                .get("/accounts/" + kids.account())
                .then()
                .body(containsString("Nobody watches its accounts"))
                .body(not(containsString("must be connected again")))
                .body(not(containsString("Nothing is broken here"))));
        assertThat(viewer(kids).get("/api/accounts").jsonPath().getString("[0].health"))
                .isEqualTo("broken");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Fabricated stranger = Fabricated.account("Somebody else");
        Incident incident = kids.permissionMissing("e1", "words", 1);
        kids.connected(NOON);
        awaitAccount(kids);
        kids.told(new Remediation.Opened(incident, NOON));
        awaitOpen(kids);

        assertThat(viewer(stranger).get("/api/accounts").jsonPath().getList("$"))
                .isEmpty();
        assertThat(viewer(stranger).get("/api/incidents").jsonPath().getList("$"))
                .isEmpty();
        for (String path : List.of(
                "/api/incidents/" + incident.id(),
                "/api/accounts/" + kids.account(),
                "/incidents/" + incident.id(),
                "/accounts/" + kids.account())) {
            viewer(stranger).get(path).then().statusCode(404);
        }
        operator(stranger)
                .post("/api/incidents/" + incident.id() + "/re-test")
                .then()
                .statusCode(404);
    }

    @Test
    void whoSendsNoTokenOrOneWithoutTenantOrRoleStaysOutside() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize?"));
        given().get("/api/accounts").then().statusCode(401).contentType("application/problem+json");
        given().get("/live").then().statusCode(401);
        given().auth().oauth2("not-a-token").get("/api/accounts").then().statusCode(401);
        given().auth()
                .oauth2(RealIdentity.token("vera", " ", "viewer"))
                .get("/api/accounts")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(RealIdentity.token("poller", "t", "service"))
                .get("/api/accounts")
                .then()
                .statusCode(403);
    }

    @Test
    void aQuestionThatCannotBeReadIsAnsweredWithWhatIsAllowed() {
        Fabricated anybody = Fabricated.account("anybody");
        for (String query : List.of("state=broken", "limit=0", "limit=many", "account=7012")) {
            viewer(anybody)
                    .get("/api/incidents?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("status", equalTo(400));
        }
        viewer(anybody).get("/api/incidents?state=broken").then().body("detail", containsString("open or resolved"));
        viewer(anybody).get("/api/incidents/not-an-id").then().statusCode(404);
        viewer(anybody).get("/accounts/nowhere/1").then().statusCode(404);
        viewer(anybody).get("/no-such-page").then().statusCode(404);
    }

    @Test
    void aBrowserHearsOfAChangeOfItsTenantOnly() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Fabricated stranger = Fabricated.account("Somebody else");
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(live)
                .header("Authorization", "Bearer " + RealIdentity.token("vera", kids.tenant(), "viewer"))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            CompletableFuture<?> listening = browser.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(heard::add));
            await().atMost(SOON).until(() -> heard.stream().anyMatch(line -> line.contains("watching")));

            stranger.connected(NOON);
            awaitAccount(stranger);
            kids.connected(NOON);

            await().atMost(SOON).until(() -> heard.stream()
                    .anyMatch(line -> line.contains(kids.account().toString())));
            assertThat(heard).noneMatch(line -> line.contains(stranger.account().toString()));
            listening.cancel(true);
            browser.shutdownNow();
        }
    }

    @Test
    void reTestAsksThePollerForWhatFailed() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "words", 1);
        kids.connected(NOON);
        awaitAccount(kids);
        kids.told(new Remediation.Opened(incident, NOON));
        awaitOpen(kids);
        awaitAccount(kids);

        String form = "/incidents/" + incident.id() + "/re-test";
        viewer(kids).post(form).then().statusCode(403);
        operator(kids).header("Sec-Fetch-Site", "cross-site").post(form).then().statusCode(403);
        operator(kids)
                .header("Origin", "https://evil.example")
                .post(form)
                .then()
                .statusCode(403);
        operator(kids)
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .post(form)
                .then()
                .statusCode(303);
        operator(kids)
                .post("/api/accounts/" + kids.account() + "/re-test")
                .then()
                .statusCode(202);

        List<PollRequested> asked = TestTopics.current().read(Topic.POLL_REQUESTS).stream()
                .filter(record -> record.key().equals(kids.account().toString()))
                .map(record -> EventJson.read(record.text().getBytes(StandardCharsets.UTF_8), PollRequested.class))
                .toList();
        assertThat(asked).extracting(PollRequested::resource).containsExactly(Resource.AUTOMATED_RULES, null);
        assertThat(asked).extracting(PollRequested::tenant).containsOnly(kids.tenant());
    }

    private static void awaitOpen(Fabricated of) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        viewer(of).get("/api/incidents?state=open").jsonPath().getList("id"))
                .hasSize(1));
    }

    private static void awaitAccount(Fabricated of) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        viewer(of).get("/api/accounts").jsonPath().getList("key"))
                .hasSize(1));
    }

    private static RequestSpecification viewer(Fabricated of) {
        return given().auth().oauth2(RealIdentity.token("vera", of.tenant(), "viewer"));
    }

    private static RequestSpecification operator(Fabricated of) {
        return given().auth().oauth2(RealIdentity.token("otto", of.tenant(), "operator"));
    }
}
