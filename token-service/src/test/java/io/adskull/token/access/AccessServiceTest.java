package io.adskull.token.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class AccessServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;

    @Inject
    AccessServiceTest(TestClock clock) {
        this.clock = clock;
    }

    @Test
    void onlyServicesGetAccessTokens() {
        tikTok.agency("a1", "access-1", "Access Agency", 7_800_000_000_000_000_001L, "Only");
        String address = "/internal/access-tokens/" + ann.connects("advertiser", "a1");

        given().get(address).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2("not.a.token").get(address).then().statusCode(401);
        given().auth().oauth2(ann.bearer()).get(address).then().statusCode(403).contentType("application/problem+json");
        given().auth()
                .oauth2(RealIdentity.token("root", "demo", "admin"))
                .get(address)
                .then()
                .statusCode(403);
        ann.accessToken(address.replaceAll(".*/", "")).then().statusCode(200);
    }

    @Test
    void aServicesTokenForAnotherSystemOpensNothing() {
        tikTok.agency("a3", "access-3", "Other Agency", 7_800_000_000_000_000_003L, "Only");
        String address = "/internal/access-tokens/" + ann.connects("advertiser", "a3");

        given().auth()
                .oauth2(RealIdentity.tokenFor("another-system", "poller-service", "none", "service"))
                .get(address)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(RealIdentity.token("poller-service", "none", "service"))
                .get(address)
                .then()
                .statusCode(200);
    }

    @Test
    void aServicesTokenThatEndedOrThatSomebodyElseSignedOpensNothing() {
        tikTok.agency("a5", "access-5", "Signed Agency", 7_800_000_000_000_000_005L, "Only");
        String address = "/internal/access-tokens/" + ann.connects("advertiser", "a5");

        for (String bearer : List.of(
                RealIdentity.endedToken("poller-service", "none", "service"),
                RealIdentity.strangersToken("poller-service", "none", "service"),
                RealIdentity.forgedToken("poller-service", "none", "service"))) {
            given().auth().oauth2(bearer).get(address).then().statusCode(401).body(not(containsString("access-5")));
        }
    }

    @Test
    void aPersonWithEveryRoleOfTheDashboardGetsNoAccessToken() {
        tikTok.agency("a6", "access-6", "Personal Agency", 7_800_000_000_000_000_006L, "Only");
        String connection = ann.connects("advertiser", "a6");
        String person = RealIdentity.token("ann", ann.tenant(), "viewer", "operator", "admin");

        given().auth().oauth2(person).get("/connections").then().statusCode(200);
        given().auth()
                .oauth2(person)
                .get("/internal/access-tokens/" + connection)
                .then()
                .statusCode(403)
                .body(not(containsString("access-6")));
        given().auth()
                .oauth2(person)
                .get("/internal/access-tokens/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void noTokenIsHandedOutInItsLastMinute() {
        tikTok.profile("a4", "open-last", "Last minute", "last-a", "last-r", 3_600);
        tikTok.refusesRefresh("last-r", 51000, "Internal service error");
        String connection = ann.connects("tiktok-account", "a4");

        clock.wind(Duration.ofMinutes(58));
        ann.accessToken(connection).then().statusCode(200);
        clock.wind(Duration.ofSeconds(61));
        ann.accessToken(connection).then().statusCode(503);
    }

    @Test
    void anUnknownConnectionIsNotFoundWhateverItsNameLooksLike() {
        ann.accessToken(UUID.randomUUID().toString()).then().statusCode(404).contentType("application/problem+json");
        ann.accessToken("no-uuid").then().statusCode(404);
    }

    @Test
    void anEndedTokenIsNeverHandedOut() {
        tikTok.profile("a2", "open-access", "Ended", "ended-a", "ended-r", 120);
        tikTok.refusesRefresh("ended-r", 51000, "Internal service error");
        String connection = ann.connects("tiktok-account", "a2");

        clock.wind(Duration.ofSeconds(118));

        ann.accessToken(connection)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json");
    }
}
