package io.adskull.token.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics.Received;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class ConnectServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final TestClock clock;

    @Inject
    ConnectServiceTest(TestClock clock) {
        this.clock = clock;
    }

    @Test
    void anAgencyIsConnectedWithTheAdAccountsItTicked() {
        Person ann = Person.of("agency-1");
        tikTok.agency("code-1", "token-1", "Northwind Agency", 7_100_000_000_000_000_001L, "Sneakers", "Outdoor");

        String connection = ann.connects("advertiser", "code-1");

        assertThat(ann.connections()).singleElement().satisfies(listed -> {
            assertThat(listed)
                    .containsEntry("id", connection)
                    .containsEntry("platform", "tiktok")
                    .containsEntry("kind", "advertiser")
                    .containsEntry("businessName", "Northwind Agency")
                    .containsEntry("state", "CONNECTED")
                    .doesNotContainKey("expiresAt");
            assertThat((List<?>) listed.get("accounts")).hasSize(2);
        });
        await().untilAsserted(() -> {
            ConnectedAccount sneakers = account("tiktok/7100000000000000001");
            assertThat(sneakers.name()).isEqualTo("Sneakers");
            assertThat(sneakers.businessName()).isEqualTo("Northwind Agency");
            assertThat(sneakers.tenant()).isEqualTo("agency-1");
            assertThat(sneakers.grantedScopes()).containsExactly("4", "17000000");
            assertThat(sneakers.connection()).hasToString(connection);
            assertThat(Events.changes(connection)).containsExactly("Reconnected");
        });
        ann.accessToken(connection)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("accessToken", org.hamcrest.Matchers.equalTo("token-1"))
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("expiresAt")));
    }

    @Test
    void aTikTokAccountIsConnectedUnderItsProfilesName() {
        Person ann = Person.of("studio");
        tikTok.profile("code-2", "_000StudioOpenId", "Lumen Studio", "token-2", "refresh-2", 86_400);

        String connection = ann.connects("tiktok-account", "code-2");

        assertThat(ann.connections()).singleElement().satisfies(listed -> assertThat(listed)
                .containsEntry("businessName", "Lumen Studio")
                .containsKey("expiresAt"));
        await().untilAsserted(() -> {
            ConnectedAccount profile = account("tiktok/_000StudioOpenId");
            assertThat(profile.kind()).isEqualTo("tiktok-account");
            assertThat(profile.name()).isEqualTo("Lumen Studio");
            assertThat(profile.grantedScopes()).contains("user.info.basic", "video.list");
        });
        assertThat(connection).isNotBlank();
    }

    @Test
    void aFirstConsentWithoutSomePermissionsConnectsAndTellsWhichAreMissing() {
        Person ann = Person.of("picky");
        tikTok.profile("code-p", "_000Picky", "Picky Studio", "user.info.basic,video.list", "token-p", "refresh-p");

        Response page = ann.comeBack(ann.goToConsent("tiktok-account"), Map.of("code", "code-p"));

        page.then()
                .statusCode(200)
                .body(containsString("Connected, with some permissions left out"))
                .body(containsString("<li>comment.list</li>"))
                .body(org.hamcrest.Matchers.not(containsString("<li>video.list</li>")));
        assertThat(ann.connections()).hasSize(1);
        Person.presses("again", page).then().statusCode(303);
    }

    @Test
    void theConsentPageGetsExactlyOurRedirectAddressAndAStateBoundToThisBrowser() {
        Person ann = Person.of("careful");

        Person.AtConsentPage page = ann.goToConsent("advertiser");

        assertThat(page.page().getPath()).isEqualTo("/portal/auth");
        assertThat(page.parameters()).containsEntry("redirect_uri", "http://localhost:8081/callback/tiktok");
        assertThat(page.state()).hasSizeGreaterThanOrEqualTo(43);
        Cookie cookie = page.cookies().asList().getFirst();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("lax");
        assertThat(cookie.getPath()).isEqualTo("/callback");
        assertThat(ann.goToConsent("tiktok-account").parameters()).containsKeys("client_key", "scope", "redirect_uri");
    }

    @Test
    void theSameBusinessReconnectingKeepsItsConnectionAndGivesUpWhatItNoLongerGrants() {
        Person ann = Person.of("agency-3");
        tikTok.agency("code-3a", "token-3a", "Again Agency", 7_300_000_000_000_000_001L, "Kept", "Dropped");
        tikTok.agency("code-3b", "token-3b", "Again Agency", 7_300_000_000_000_000_001L, "Kept and renamed");

        String first = ann.connects("advertiser", "code-3a");
        Response asked = ann.comeBack(ann.goToConsent("advertiser"), Map.of("auth_code", "code-3b"));
        Person.presses("keep", asked).then().statusCode(303).header("Location", containsString(first));

        assertThat(ann.connections()).hasSize(1);
        await().untilAsserted(() -> {
            assertThat(account("tiktok/7300000000000000001").name()).isEqualTo("Kept and renamed");
            assertThat(Events.on(Topic.ACCOUNTS, "tiktok/7300000000000000002")
                            .getLast()
                            .value())
                    .isNull();
            assertThat(Events.changes(first)).containsExactly("Reconnected", "Reconnected");
            assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/7300000000000000001"))
                    .hasSize(1);
        });
    }

    @Test
    void pressingCancelConnectsNothingAndSaysSo() {
        Person ann = Person.of("undecided");

        Response page = ann.comeBack(ann.goToConsent("tiktok-account"), Map.of("error", "access_denied"));

        page.then().statusCode(200).contentType("text/html").body(containsString("Nothing was connected"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aReplayedCallbackIsTurnedAway() {
        Person ann = Person.of("agency-4");
        tikTok.agency("code-4", "token-4", "Once Agency", 7_400_000_000_000_000_001L, "Only");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");
        ann.comeBack(consent, Map.of("auth_code", "code-4")).then().statusCode(303);

        Response replay = ann.comeBack(consent, Map.of("auth_code", "code-4"));

        replay.then().statusCode(400).body(containsString("already used once"));
        assertThat(ann.connections()).hasSize(1);
    }

    @Test
    void aCallbackFromAnotherBrowserIsTurnedAwayAndTheRightOneStillWorks() {
        Person ann = Person.of("agency-5");
        tikTok.agency("code-5", "token-5", "Bound Agency", 7_500_000_000_000_000_001L, "Only");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");

        given().redirects()
                .follow(false)
                .queryParam("state", consent.state())
                .queryParam("auth_code", "code-5")
                .get("/callback/tiktok")
                .then()
                .statusCode(400)
                .body(containsString("did not come from the browser"));

        ann.comeBack(consent, Map.of("auth_code", "code-5")).then().statusCode(303);
    }

    @Test
    void anInventedStateAndALateAnswerAreTurnedAway() {
        Person ann = Person.of("late");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");
        clock.wind(Duration.ofMinutes(11));

        ann.comeBack(consent, Map.of("auth_code", "x"))
                .then()
                .statusCode(400)
                .body(containsString("open for too long"));
        given().queryParam("state", "invented")
                .get("/callback/tiktok?auth_code=x")
                .then()
                .statusCode(400)
                .body(containsString("We did not ask for this answer"));
        given().get("/callback/tiktok").then().statusCode(400);
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aConsentWithoutAdAccountsSaysThatNoneWasShared() {
        Person ann = Person.of("empty");
        tikTok.agency("code-6", "token-6", "Empty Agency", 1);

        Response page = ann.comeBack(ann.goToConsent("advertiser"), Map.of("auth_code", "code-6"));

        page.then()
                .statusCode(409)
                .body(containsString("No ad account was shared"))
                .body(containsString("Empty Agency"))
                .body(containsString("an admin of the business"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void whateverTikTokAnswersToACodeThePageSaysThatNothingWasConnected() {
        Person ann = Person.of("unlucky");
        var answers = List.of(
                okJson("{\"code\":40110,\"message\":\"The auth_code is <b>canceled</b>.\",\"request_id\":\"1\"}"),
                aResponse().withStatus(200).withBody("<html>Sorry</html>"),
                aResponse().withStatus(200).withBody("x".repeat(3 << 20)),
                okJson("{\"code\":0,\"message\":\"OK\",\"data\":{}}"),
                aResponse().withStatus(503));
        answers.forEach(answer -> {
            tikTok.answersExchange(answer);
            ann.comeBack(ann.goToConsent("advertiser"), Map.of("auth_code", "any"))
                    .then()
                    .statusCode(502)
                    .header("Referrer-Policy", "no-referrer")
                    .body(containsString("did not give us access"))
                    .body(org.hamcrest.Matchers.not(containsString("<b>")));
        });
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void nobodyConnectsWithoutSigningInOrAsAViewer() {
        given().get("/connect/tiktok").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(RealIdentity.token("vic", "agency-1", "viewer"))
                .get("/connect/tiktok")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Person.of("agency-1").bearer())
                .get("/connect/myspace")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static ConnectedAccount account(String key) {
        List<Received> records = Events.on(Topic.ACCOUNTS, key);
        assertThat(records).isNotEmpty();
        return EventJson.read(Objects.requireNonNull(records.getLast().value()), ConnectedAccount.class);
    }
}
