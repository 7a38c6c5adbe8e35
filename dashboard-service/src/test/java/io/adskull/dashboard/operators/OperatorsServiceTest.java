package io.adskull.dashboard.operators;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.TopicSettings;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class OperatorsServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final List<String> ADDRESSES = List.of(
            "/operators",
            "/api/operators/unknown-errors",
            "/api/operators/platforms",
            "/api/operators/lag",
            "/api/operators/dead-letters");

    @Inject
    TopicSettings topics;

    @Inject
    Replays replays;

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator", "admin"})
    void whoeverBelongsToATenantIsKeptOut(String role) {
        RequestSpecification person = given().auth().oauth2(RealIdentity.token("tara", "tenant-x", role));
        for (String address : ADDRESSES) {
            given().spec(person).get(address).then().statusCode(403);
        }
        for (String path : List.of("/operators", "/api/operators")) {
            given().spec(person)
                    .contentType("application/x-www-form-urlencoded")
                    .post(path + "/dead-letters/remediations/0/0/replay")
                    .then()
                    .statusCode(403);
        }
        given().spec(person).get("/").then().body(not(containsString("/operators")));
    }

    @Test
    void whoHasNoTokenIsKeptOutToo() {
        for (String address : ADDRESSES) {
            given().redirects()
                    .follow(false)
                    .get(address)
                    .then()
                    .statusCode(address.startsWith("/api") ? 401 : 302)
                    .body(not(containsString("href=\"/operators\"")));
        }
    }

    @Test
    void staffSeeAllOfIt() {
        for (String address : ADDRESSES) {
            staff().get(address).then().statusCode(200);
        }
        staff().get("/operators").then().body(containsString("href=\"/operators\" aria-current=\"page\""));
    }

    @Test
    void anUnknownErrorThatMoreAccountsMetStandsAbove() {
        Instant now = Instant.now();
        String rare = "9" + UUID.randomUUID().toString().substring(0, 6);
        String common = "8" + UUID.randomUUID().toString().substring(0, 6);
        Trouble.opened(Trouble.met(Platform.TIKTOK, rare, "rare", now));
        for (int account = 0; account < 3; account++) {
            Trouble.opened(Trouble.met(Platform.TIKTOK, common, "<b>x</b>" + "y".repeat(200), now));
        }

        await().atMost(SOON).untilAsserted(() -> staff().get("/api/operators/unknown-errors")
                .then()
                .body("find { it.code == '" + common + "' }.accounts", equalTo(3))
                .body("find { it.code == '" + rare + "' }.accounts", equalTo(1)));
        List<String> codes =
                staff().get("/api/operators/unknown-errors").jsonPath().getList("code");
        assertThat(codes.indexOf(common)).isLessThan(codes.indexOf(rare));
        staff().get("/api/operators/unknown-errors")
                .then()
                .body("find { it.code == '" + common + "' }.tenants", equalTo(3))
                .body("find { it.code == '" + common + "' }.message.length()", equalTo(160));
        staff().get("/operators")
                .then()
                .body(containsString("href=\"/errors/tiktok/" + common + "\""))
                .body(containsString("&lt;b&gt;x"))
                .body(not(containsString("<b>x</b>")));
    }

    @Test
    void aWordThatNoTextColumnCanHoldLeavesTheListWhole() {
        String code = "nul-" + UUID.randomUUID();
        Trouble.opened(Trouble.met(Platform.TIKTOK, code, "a \0 b \\u0000 c", Instant.now()));

        await().atMost(SOON).untilAsserted(() -> staff().get("/api/operators/unknown-errors")
                .then()
                .statusCode(200)
                .body("find { it.code == '" + code + "' }.message", equalTo("a \uFFFD b \\ufffd c")));
    }

    @Test
    void aPlatformThatFailsAsAWholeIsSaidToDoSo() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        kids.connected(NOON);
        Trouble.opened(Trouble.wide(Platform.PINTEREST, Instant.now()));

        await().atMost(SOON).untilAsserted(() -> staff().get("/api/operators/platforms")
                .then()
                .body("find { it.platform == 'tiktok' }.connected", greaterThan(0))
                .body("find { it.platform == 'pinterest' }.wide.title", hasItem("The whole platform fails"))
                .body("find { it.platform == 'pinterest' }.failing", equalTo(0)));
        staff().get("/operators").then().body(containsString("Failing as a whole"));
    }

    @Test
    void whatAPlatformItselfSaysStandsBesideWhatAdSkullSees() {
        String title = "Ads Manager is slow " + UUID.randomUUID();
        String page = "https://status.example.com/" + UUID.randomUUID();
        PlatformIncident slow = Trouble.said(Platform.MICROSOFT, title, page);
        PlatformIncident evil = Trouble.said(Platform.MICROSOFT, "<i>Evil</i> " + title, "javascript:alert(1)");

        await().atMost(SOON).untilAsserted(() -> assertThat(said()).contains(title, evil.title()));
        staff().get("/api/operators/platforms")
                .then()
                .body(own(title) + ".link", equalTo(page))
                .body(own(title) + ".since", equalTo(NOON.toString()))
                .body(own(evil.title()) + ".link", nullValue());
        staff().get("/operators")
                .then()
                .body(containsString("href=\"" + page + "\""))
                .body(containsString("&lt;i&gt;Evil&lt;/i&gt; " + title))
                .body(not(containsString("javascript:alert(1)")));

        Trouble.over(slow);
        Trouble.forgotten(evil);
        await().atMost(SOON).untilAsserted(() -> assertThat(said()).doesNotContain(title, evil.title()));
        Trouble.say(evil);
        PlatformIncident last = Trouble.said(Platform.MICROSOFT, "Last " + title, null);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(said()).contains(last.title()).doesNotContain(evil.title()));
        Trouble.forgotten(last);
    }

    private static List<String> said() {
        return staff().get("/api/operators/platforms").jsonPath().getList("collectMany { it.ownWords }.title");
    }

    private static String own(String title) {
        return "collectMany { it.ownWords }.find { it.title == '" + title + "' }";
    }

    @Test
    void theLagOfThisServiceIsKnown() {
        Fabricated.account("Northwind Kids").connected(NOON);

        await().atMost(SOON).untilAsserted(() -> staff().get("/api/operators/lag")
                .then()
                .body("group", hasItem("dashboard-service"))
                .body("find { it.group == 'dashboard-service' }.reading", equalTo(true))
                .body("find { it.group == 'dashboard-service' }.topics.topic", hasItem("accounts")));
    }

    @Test
    void aBrokerThatDoesNotAnswerIsALineAndNoError() {
        var away = new Broker(Map.of("bootstrap.servers", "localhost:1"));

        assertThat(new MeasureLag(away, topics).now()).isInstanceOf(Lag.NotKnown.class);
        assertThat(new ReadDeadLetters(away, topics, replays).newest()).isInstanceOf(Letters.NotRead.class);
    }

    @Test
    void whatIsReadAcrossTenantsNamesNoTenantAndNoAccount() {
        Incident incident = Trouble.met(Platform.X, "66", "words", Instant.now());
        Trouble.opened(incident);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        staff().get("/api/operators/unknown-errors").jsonPath().getList("platform"))
                .contains("x"));
        for (String address : List.of("/api/operators/unknown-errors", "/api/operators/platforms")) {
            assertThat(staff().get(address).asString())
                    .doesNotContain(incident.tenant(), incident.account().accountId());
        }
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(RealIdentity.token("stella", "operators", "staff"));
    }
}
