package io.adskull.token.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.Topic;
import io.adskull.contract.account.Platform;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.Tickets;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What somebody who means harm, or a broken platform, can do to a consent.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class HostileUseServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;

    @Inject
    HostileUseServiceTest(TestClock clock) {
        this.clock = clock;
    }

    @Test
    void ofTwoCallbacksAtOnceOneConnectsAndTheOtherIsTurnedAway() throws Exception {
        tikTok.agency("h1", "twice-1", "Twice Agency", 7_120_000_000_000_000_001L, "Only");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");
        Callable<Integer> back =
                () -> ann.comeBack(consent, Map.of("auth_code", "h1")).statusCode();

        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = browsers.invokeAll(List.of(back, back, back));
            assertThat(answers.stream().map(Future::resultNow)).containsExactlyInAnyOrder(303, 400, 400);
        }
        assertThat(ann.connections()).hasSize(1);
    }

    @Test
    void twoPeopleOfOneBusinessAtOnceMakeOneConnection() throws Exception {
        tikTok.agency("h2", "both-1", "Both Agency", 7_120_000_000_000_000_101L, "Only");
        tikTok.agency("h3", "both-2", "Both Agency", 7_120_000_000_000_000_101L, "Only");
        Callable<String> one = () -> ann.connects("advertiser", "h2");
        Callable<String> other = () -> ann.connects("advertiser", "h3");

        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = browsers.invokeAll(List.of(one, other));
            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
        assertThat(ann.connections()).hasSize(1);
    }

    @Test
    void peopleWhoFollowTheSameLinkAtOnceEachRenewInTurn() throws Exception {
        List<String> codes = List.of("hp1", "hp2", "hp3", "hp4");
        tikTok.agency("hp0", "crowd-0", "Crowded Agency", 7_120_000_000_000_000_801L, "Only");
        codes.forEach(code -> tikTok.agency(
                code, "crowd-" + code, "Crowded Agency", 7_120_000_000_000_000_801L, "Only"));
        String connection = ann.connects("advertiser", "hp0");
        String link = "/reconnect?ticket=" + Tickets.again(ann.tenant(), Platform.TIKTOK, connection, clock.instant());
        List<Callable<Integer>> people = codes.stream()
                .<Callable<Integer>>map(code -> {
                    Person.AtConsentPage consent = Person.consentFrom(Person.opens(link));
                    return () ->
                            ann.comeBack(consent, Map.of("auth_code", code)).statusCode();
                })
                .toList();

        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(browsers.invokeAll(people).stream().map(Future::resultNow)).containsOnly(303);
        }

        await().untilAsserted(() -> assertThat(Events.on(Topic.CREDENTIALS, connection))
                .hasSize(5)
                .extracting(change -> change.headers().get("ce_id"))
                .doesNotHaveDuplicates());
    }

    @Test
    void theStateOfOneFlowDoesNotCarryTheAnswerOfAnotherPlatformOrPerson() {
        tikTok.agency("h4", "victim-1", "Victim Agency", 7_120_000_000_000_000_201L, "Only");
        Person mallory = Person.of("mallory");
        Person.AtConsentPage mallorys = mallory.goToConsent("advertiser");
        Person.AtConsentPage anns = ann.goToConsent("advertiser");

        given().cookies(anns.cookies())
                .queryParam("state", anns.state())
                .queryParam("code", "h4")
                .get("/callback/google")
                .then()
                .statusCode(400)
                .body(containsString("We did not ask for this answer"));
        given().cookies(anns.cookies())
                .queryParam("state", mallorys.state())
                .queryParam("auth_code", "h4")
                .get("/callback/tiktok")
                .then()
                .statusCode(400)
                .body(containsString("did not come from the browser"));

        assertThat(mallory.connections()).isEmpty();
        assertThat(ann.connections()).isEmpty();
        ann.comeBack(anns, Map.of("auth_code", "h4")).then().statusCode(303);
    }

    @Test
    void noParameterOrHeaderChangesWhereABrowserIsSent() {
        tikTok.agency("h5", "home-1", "Homing Agency", 7_120_000_000_000_000_301L, "Only");
        for (String evil : List.of(
                "//evil.example", "https://evil.example", "javascript:alert(1)", "/\\evil.example", "data:,x")) {
            String location = given().auth()
                    .oauth2(ann.bearer())
                    .redirects()
                    .follow(false)
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "host=evil.example;proto=https")
                    .queryParams(Map.of("redirect_uri", evil, "dashboard", evil, "next", evil, "returnTo", evil))
                    .get("/connect/tiktok")
                    .header("Location");
            assertThat(location)
                    .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8081%2Fcallback%2Ftiktok")
                    .doesNotContain("evil.example", "javascript", "data:");
        }
        Response back = ann.comeBack(
                ann.goToConsent("advertiser"),
                Map.of(
                        "auth_code", "h5",
                        "redirect_uri", "//evil.example",
                        "dashboard", "//evil.example",
                        "connected", "//evil.example"));
        assertThat(back.header("Location"))
                .startsWith("http://localhost:8080?connected=")
                .doesNotContain("evil");
    }

    @Test
    void repeatedHugeAndStrangeParametersUseNothingUp() {
        tikTok.agency("h6", "twin-1", "Param Agency", 7_120_000_000_000_000_401L, "Only");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");
        Stream.of(
                        "state=" + consent.state() + "&state=" + consent.state() + "&auth_code=h6",
                        "state=" + consent.state() + "&auth_code=h6&auth_code=other",
                        "state=" + "s".repeat(9_000) + "&auth_code=h6",
                        "state=%00&auth_code=h6",
                        "state[]=" + consent.state(),
                        "state")
                .forEach(query -> given().cookies(consent.cookies())
                        .urlEncodingEnabled(false)
                        .get("/callback/tiktok?" + query)
                        .then()
                        .statusCode(400)
                        .contentType("text/html"));
        given().get("/callback/tiktok?state=" + "s".repeat(20_000)).then().statusCode(414);
        given().cookies(consent.cookies())
                .get("/callback/../callback/myspace?state=x")
                .then()
                .statusCode(404);

        ann.comeBack(consent, Map.of("auth_code", "h6")).then().statusCode(303);
    }

    @Test
    void anAbsurdlyLongCodeCountsAsNone() {
        Response page = ann.comeBack(ann.goToConsent("advertiser"), Map.of("auth_code", "c".repeat(9_000)));

        page.then().statusCode(200).body(containsString("Nothing was connected"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void markupInNamesAndErrorsIsShownAsText() {
        String markup = "<img src=x onerror=alert(1)>";
        tikTok.agency("h7", "mark-1", markup, 7_120_000_000_000_000_501L);

        ann.comeBack(ann.goToConsent("advertiser"), Map.of("auth_code", "h7"))
                .then()
                .statusCode(409)
                .body(containsString("&lt;img src=x"))
                .body(not(containsString("<img")));
        ann.comeBack(ann.goToConsent("advertiser"), Map.of("error", markup, "error_description", markup))
                .then()
                .statusCode(502)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(not(containsString("<img")));
    }

    @Test
    void aTenantReachesNothingOfAnother() {
        tikTok.agency("h8", "mine-8", "Private Agency", 7_120_000_000_000_000_601L, "Only");
        String connection = ann.connects("advertiser", "h8");
        Person mallory = Person.of("mallory");

        assertThat(mallory.connections()).isEmpty();
        mallory.disconnects(connection).then().statusCode(404);
        String ticket = Tickets.again("mallory", Platform.TIKTOK, connection, clock.instant());
        Person.opens("/reconnect?ticket=" + ticket).then().statusCode(410).body(not(containsString("Private Agency")));
        ann.accessToken(connection).then().statusCode(200);
    }

    @Test
    void whateverTheTokenEndpointAnswersNoConnectionIsHalfMade() {
        List.of(
                        aResponse().withStatus(200).withBody("<html><script>alert(1)</script></html>"),
                        okJson("{\"code\":0,\"message\":\"OK\",\"data\":{\"access_token\":\"\"}}"),
                        okJson("{\"code\":40002,\"message\":\"<b>no</b>\",\"data\":{\"access_token\":\"t\"}}"),
                        okJson("{\"code\":0,\"message\":\"OK\",\"data\":{\"access_token\":{\"a\":1}}}"),
                        okJson("[]"),
                        okJson("{".repeat(2_000)),
                        aResponse().withStatus(200).withBody("{\"code\":0,\"pad\":\"" + "x".repeat(10 << 20) + "\"}"),
                        aResponse().withStatus(302).withHeader("Location", "http://evil.example/"))
                .forEach(answer -> {
                    tikTok.answersExchange(answer);
                    ann.comeBack(ann.goToConsent("advertiser"), Map.of("auth_code", "any"))
                            .then()
                            .statusCode(502)
                            .body(containsString("did not give us access"))
                            .body(not(containsString("<script>")))
                            .body(not(containsString("<b>")));
                });
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aLifetimeOfZeroOrTenYearsIsNotBelievedToTheLetter() {
        tikTok.profile("h9", "open-zero", "Zero", "zero-1", "zero-r", 0);
        tikTok.profile("h10", "open-ages", "Ages", "ages-1", "ages-r", 20L * 365 * 86_400);
        Instant now = clock.instant();

        String zero = ann.connects("tiktok-account", "h9");
        String ages = ann.connects("tiktok-account", "h10");

        ann.accessToken(zero).then().statusCode(200);
        ann.accessToken(ages).then().statusCode(200);
        assertThat(end(zero)).isBetween(now.plus(Duration.ofHours(23)), now.plus(Duration.ofHours(25)));
        assertThat(end(ages)).isBefore(now.plus(Duration.ofDays(3_651)));
    }

    @Test
    void clocksThatDifferByFiveMinutesDoNotMatter() {
        tikTok.agency("h11", "skew-1", "Skewed Agency", 7_120_000_000_000_000_701L, "Only");
        tikTok.agency("h12", "skew-2", "Skewed Agency", 7_120_000_000_000_000_701L, "Only");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");
        clock.wind(Duration.ofMinutes(5));
        ann.comeBack(consent, Map.of("auth_code", "h11")).then().statusCode(303);
        String connection = (String) ann.connections().getFirst().get("id");
        String ahead = Tickets.again(
                ann.tenant(), Platform.TIKTOK, connection, clock.instant().plus(Duration.ofMinutes(5)));

        Person.AtConsentPage again = Person.consentFrom(Person.opens("/reconnect?ticket=" + ahead));
        clock.wind(Duration.ofMinutes(-5));
        ann.comeBack(again, Map.of("auth_code", "h12")).then().statusCode(303);

        ann.accessToken(connection).then().statusCode(200);
        await().untilAsserted(
                        () -> assertThat(Events.changes(connection)).containsExactly("Reconnected", "Reconnected"));
    }

    private Instant end(String connection) {
        return ann.connections().stream()
                .filter(listed -> connection.equals(listed.get("id")))
                .map(listed -> Instant.parse((String) listed.get("expiresAt")))
                .findFirst()
                .orElseThrow();
    }
}
