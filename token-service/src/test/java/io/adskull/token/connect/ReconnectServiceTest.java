package io.adskull.token.connect;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.Topic;
import io.adskull.contract.account.Platform;
import io.adskull.contract.credential.CredentialChange;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class ReconnectServiceTest {
    private static final AtomicLong IDS = new AtomicLong(7_110_000_000_000_000_000L);

    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final long first = IDS.addAndGet(1_000);
    private final TestClock clock;
    private final MakeChoice choices;

    @Inject
    ReconnectServiceTest(TestClock clock, MakeChoice choices) {
        this.clock = clock;
        this.choices = choices;
    }

    @Test
    void aLinkRenewsItsConnectionKeepsItsIdAndTestsEveryAccountAtOnce() {
        tikTok.agency("r1", "old-1", "Lasting Agency", first, "One", "Two");
        tikTok.agency("r2", "new-1", "Lasting Agency", first, "One", "Two");
        String connection = ann.connects("advertiser", "r1");

        String link = link(connection);
        clock.wind(Duration.ofMinutes(1));
        Response back = comesBack(link, "r2");

        back.then().statusCode(303).header("Location", equalTo("http://localhost:8080?connected=" + connection));
        ann.accessToken(connection).then().body("accessToken", equalTo("new-1"));
        assertThat(ann.connections()).hasSize(1);
        await().untilAsserted(() -> {
            assertThat(Events.changes(connection)).containsExactly("Reconnected", "Reconnected");
            assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/" + first)).hasSize(1);
            assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/" + (first + 1))).hasSize(1);
        });
    }

    @Test
    void whoAskedForAConsentIsToldWithItAndALinkThatNamesNobodyTellsNobody() {
        tikTok.agency("n1", "named-1", "Named Agency", first, "Only");
        tikTok.agency("n2", "named-2", "Named Agency", first, "Only");
        String connection = ann.connects("advertiser", "n1");
        String link = "/reconnect?ticket="
                + Tickets.again(ann.tenant(), Platform.TIKTOK, connection, clock.instant(), "Ada <b>\0Lovelace");
        clock.wind(Duration.ofMinutes(1));

        comesBack(link, "n2").then().statusCode(303);

        await().untilAsserted(() -> assertThat(Events.credentials(connection))
                .map(CredentialChange.Reconnected.class::cast)
                .extracting(CredentialChange.Reconnected::askedBy, CredentialChange.Reconnected::businessName)
                .containsExactly(tuple(null, "Named Agency"), tuple("Ada <b> Lovelace", "Named Agency")));
    }

    @Test
    void aLinkEndsWithTheConsentItLedToAndSaysWhenThatWas() {
        tikTok.agency("u1", "used-1", "Done Agency", first, "Only");
        tikTok.agency("u2", "used-2", "Done Agency", first, "Only");
        String connection = ann.connects("advertiser", "u1");
        String link = link(connection);
        clock.wind(Duration.ofMinutes(1));
        comesBack(link, "u2").then().statusCode(303);

        Response stolen = Person.opens(link);

        stolen.then()
                .statusCode(410)
                .body(containsString("Already reconnected"))
                .body(containsString("“Done Agency” was already reconnected on "))
                .body(containsString(" UTC, after this link was made"));
        assertThat(stolen.cookies()).isEmpty();
        String newest = link(connection);
        Person.opens(newest).then().statusCode(303);
    }

    @Test
    void openingALinkOftenUsesNothingUpAndLookingAtItBeginsNothing() {
        tikTok.agency("p1", "pre-1", "Scanned Agency", first, "Only");
        tikTok.agency("p2", "pre-2", "Scanned Agency", first, "Only");
        String link = link(ann.connects("advertiser", "p1"));

        Response looked = given().redirects().follow(false).head(link);
        looked.then().statusCode(200).header("Location", org.hamcrest.Matchers.nullValue());
        assertThat(looked.cookies()).isEmpty();
        for (int scanner = 0; scanner < 3; scanner++) {
            Person.opens(link).then().statusCode(303);
        }

        comesBack(link, "p2").then().statusCode(303);
    }

    @Test
    void aForgedACutAnEmptyAndAnExpiredLinkEachSayWhatToDo() {
        tikTok.agency("f1", "forged-1", "Forged Agency", first, "Only");
        String connection = ann.connects("advertiser", "f1");
        String link = link(connection);

        for (String bad : List.of(
                link.substring(0, link.length() - 4),
                link + "x",
                "/reconnect",
                "/reconnect?ticket=",
                "/reconnect?ticket=" + "e".repeat(9_000),
                "/reconnect?ticket=%00%3Cscript%3E",
                "/reconnect?ticket=" + Tickets.first(ann.tenant(), Platform.TIKTOK, "advertiser", clock.instant()))) {
            Person.opens(bad)
                    .then()
                    .statusCode(400)
                    .contentType("text/html")
                    .body(containsString("This link is not one of ours"));
        }
        clock.wind(Duration.ofDays(8));
        Person.opens(link)
                .then()
                .statusCode(410)
                .body(containsString("This link has expired"))
                .body(containsString("ask there for a new link"));
    }

    @Test
    void aLinkToAConnectionThatIsGoneOrOfAnotherTenantFindsNone() {
        tikTok.revokes();
        tikTok.agency("g1", "gone-1", "Gone Agency", first, "Only");
        String connection = ann.connects("advertiser", "g1");
        String ofAStranger =
                "/reconnect?ticket=" + Tickets.again("stranger", Platform.TIKTOK, connection, clock.instant());

        Person.opens(ofAStranger).then().statusCode(410).body(not(containsString("Gone Agency")));
        String link = link(connection);
        ann.disconnects(connection).then().statusCode(204);
        Person.opens(link).then().statusCode(410).body(containsString("This connection has ended"));
    }

    @Test
    void anotherLoginIsNamedGivenBackAndChangesNothing() {
        tikTok.revokes();
        tikTok.agency("o1", "mine-1", "Right <Agency>", first, "Mine");
        tikTok.agency("o2", "wrong-1", "<script>alert(1)</script> Ltd", first + 500, "Theirs");
        String connection = ann.connects("advertiser", "o1");

        Response page = comesBack(link(connection), "o2");

        page.then()
                .statusCode(409)
                .body(containsString("This is another login"))
                .body(containsString("Right &lt;Agency&gt;"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; Ltd"))
                .body(not(containsString("<script>")));
        assertThat(tikTok.revocationsOf("wrong-1")).isEqualTo(1);
        ann.accessToken(connection).then().body("accessToken", equalTo("mine-1"));
        assertThat(ann.connections()).hasSize(1);
        assertThat(Events.on(Topic.ACCOUNTS, "tiktok/" + (first + 500))).isEmpty();
        tikTok.agency("o3", "mine-2", "Right <Agency>", first, "Mine");
        Person.AtConsentPage again = Person.consentFrom(Person.presses("again", page));
        ann.comeBack(again, Map.of("auth_code", "o3")).then().statusCode(303);
        ann.accessToken(connection).then().body("accessToken", equalTo("mine-2"));
    }

    @Test
    void anotherLoginThatIsConnectedItselfIsNotGivenBackSinceThatCouldEndItsConnection() {
        tikTok.revokes();
        tikTok.agency("s1", "left-1", "Left Agency", first, "Left");
        tikTok.agency("s2", "right-1", "Right Agency", first + 500, "Right");
        tikTok.agency("s3", "right-2", "Right Agency", first + 500, "Right");
        String left = ann.connects("advertiser", "s1");
        ann.connects("advertiser", "s2");

        comesBack(link(left), "s3").then().statusCode(409);

        assertThat(tikTok.revocationsOf("right-2")).isZero();
        assertThat(ann.connections()).hasSize(2);
    }

    @Test
    void fewerAccountsAndScopesAreShownAndStoredOnlyWhenThePersonKeepsItSo() {
        tikTok.agency("l1", "full-1", "Less Agency", List.of(4, 17_000_000), first, "Kept", "Dropped & gone");
        tikTok.agency("l2", "less-1", "Less Agency", List.of(4), first, "Kept");
        String connection = ann.connects("advertiser", "l1");

        Response page = comesBack(link(connection), "l2");

        page.then()
                .statusCode(200)
                .body(containsString("You shared less than before"))
                .body(containsString("Dropped &amp; gone"))
                .body(containsString("Automated Rules"))
                .body(containsString("Nothing is changed until you choose"))
                .body(not(containsString("<li>Kept</li>")));
        ann.accessToken(connection).then().body("accessToken", equalTo("full-1"));
        assertThat((List<?>) ann.connections().getFirst().get("accounts")).hasSize(2);

        Person.presses("keep", page).then().statusCode(303).header("Location", containsString(connection));
        ann.accessToken(connection).then().body("accessToken", equalTo("less-1"));
        assertThat((List<?>) ann.connections().getFirst().get("accounts")).hasSize(1);
        Person.presses("keep", page).then().statusCode(400).body(containsString("already used once"));
    }

    @Test
    void scopesInAnotherOrderAreNotFewer() {
        tikTok.agency("n1", "order-1", "Order Agency", List.of(4, 17_000_000, 2), first, "Only");
        tikTok.agency("n2", "order-2", "Order Agency", List.of(2, 17_000_000, 4, 8), first, "Only", "More");
        String connection = ann.connects("advertiser", "n1");

        comesBack(link(connection), "n2").then().statusCode(303);
    }

    @Test
    void askingAgainDropsTheLesserGrantAndAnotherBrowserMayNotChoose() {
        tikTok.revokes();
        tikTok.agency("a1", "ask-1", "Ask Agency", first, "Kept", "Dropped");
        tikTok.agency("a2", "ask-2", "Ask Agency", first, "Kept");
        tikTok.agency("a3", "ask-3", "Ask Agency", first, "Kept", "Dropped");
        String connection = ann.connects("advertiser", "a1");
        Response page = comesBack(link(connection), "a2");

        given().formParam("choice", Person.choiceOn(page))
                .formParam("decision", "keep")
                .post("/callback/choice")
                .then()
                .statusCode(400)
                .body(containsString("did not come from the browser"));
        given().formParam("choice", "invented")
                .formParam("decision", "keep")
                .post("/callback/choice")
                .then()
                .statusCode(400);
        Person.AtConsentPage again = Person.consentFrom(Person.presses("again", page));

        ann.comeBack(again, Map.of("auth_code", "a3")).then().statusCode(303);
        ann.accessToken(connection).then().body("accessToken", equalTo("ask-3"));
        assertThat(tikTok.revocationsOf("ask-2")).isZero();
    }

    @Test
    void aGrantThatIsWalkedAwayFromIsDroppedAndTheConnectionStays() {
        tikTok.revokes();
        tikTok.agency("w1", "walk-1", "Walking Agency", first, "Kept", "Dropped");
        tikTok.agency("w2", "walk-2", "Walking Agency", first, "Kept");
        String connection = ann.connects("advertiser", "w1");
        Response page = comesBack(link(connection), "w2");

        clock.wind(Duration.ofMinutes(11));
        choices.dropAbandoned();

        Person.presses("keep", page).then().statusCode(400).body(containsString("open for too long"));
        ann.accessToken(connection).then().body("accessToken", equalTo("walk-1"));
        assertThat(tikTok.revocationsOf("walk-2")).isZero();
    }

    @Test
    void aGrantThatIsWalkedAwayFromAfterADisconnectIsGivenBack() {
        tikTok.revokes();
        tikTok.agency("x1", "left-a", "Leaving Agency", first, "Kept", "Dropped");
        tikTok.agency("x2", "left-b", "Leaving Agency", first, "Kept");
        String connection = ann.connects("advertiser", "x1");
        Response page = comesBack(link(connection), "x2");
        ann.disconnects(connection).then().statusCode(204);

        clock.wind(Duration.ofMinutes(11));
        choices.dropAbandoned();

        assertThat(tikTok.revocationsOf("left-b")).isEqualTo(1);
        Person.presses("keep", page).then().statusCode(400);
    }

    @Test
    void keepingALesserGrantAfterANewerConsentChangesNothing() {
        tikTok.agency("k1", "keep-1", "Slow Agency", first, "Kept", "Dropped");
        tikTok.agency("k2", "keep-2", "Slow Agency", first, "Kept");
        tikTok.agency("k3", "keep-3", "Slow Agency", first, "Kept", "Dropped");
        String connection = ann.connects("advertiser", "k1");
        Response page = comesBack(link(connection), "k2");
        clock.wind(Duration.ofSeconds(5));
        assertThat(ann.connects("advertiser", "k3")).isEqualTo(connection);

        Person.presses("keep", page).then().statusCode(410).body(containsString("Already reconnected"));

        ann.accessToken(connection).then().body("accessToken", equalTo("keep-3"));
    }

    @Test
    void aConnectionThatIsDisconnectedWhileThePersonConsentsIsNotMadeAgain() {
        tikTok.revokes();
        tikTok.agency("d1", "before-1", "Ended Agency", first, "Only");
        tikTok.agency("d2", "after-1", "Ended Agency", first, "Only");
        String connection = ann.connects("advertiser", "d1");
        Person.AtConsentPage consent = Person.consentFrom(Person.opens(link(connection)));
        ann.disconnects(connection).then().statusCode(204);

        ann.comeBack(consent, Map.of("auth_code", "d2"))
                .then()
                .statusCode(410)
                .body(containsString("This connection has ended"));

        assertThat(tikTok.revocationsOf("after-1")).isEqualTo(1);
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void cancelAndNoAccountsLeaveTheConnectionAsItWas() {
        tikTok.agency("c1", "calm-1", "Calm Agency", first, "Only");
        tikTok.agency("c2", "calm-2", "Calm Agency", first);
        String connection = ann.connects("advertiser", "c1");

        Response cancelled = ann.comeBack(Person.consentFrom(Person.opens(link(connection))), Map.of());
        cancelled
                .then()
                .statusCode(200)
                .body(containsString("Nothing was connected"))
                .body(containsString("connected before is unchanged"));
        comesBack(link(connection), "c2").then().statusCode(409).body(containsString("No ad account was shared"));

        ann.accessToken(connection).then().body("accessToken", equalTo("calm-1"));
        Person.consentFrom(Person.presses("again", cancelled));
        await().untilAsserted(() -> assertThat(Events.changes(connection)).containsExactly("Reconnected"));
    }

    @Test
    void whatTheSamePersonConnectedBesidesIsTestedAgainAfterEachConsent() {
        String who = FakeTikTok.identity("Sibling " + first);
        tikTok.profile("b0", who, "Sibling", "sib-a", "sib-r", 86_400);
        tikTok.agency("b1", "sib-1", "Sibling " + first, first, "Only");
        tikTok.agency("b2", "sib-2", "Sibling " + first, first, "Only");
        String profile = ann.connects("tiktok-account", "b0");

        String connection = ann.connects("advertiser", "b1");
        comesBack(link(connection), "b2").then().statusCode(303);

        await().untilAsserted(() -> assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/" + who))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.text()).contains("another consent of the same login"))
                .extracting(request -> request.headers().get("ce_id"))
                .doesNotHaveDuplicates());
        assertThat(Events.changes(profile)).containsExactly("Reconnected");
    }

    @Test
    void theDashboardsLinkConnectsForItsTenantWithoutABearerToken() {
        tikTok.agency("t1", "ticket-1", "Ticket Agency", first, "Only");
        String ticket = Tickets.first(ann.tenant(), Platform.TIKTOK, "advertiser", clock.instant());
        String link = "/connect/tiktok?kind=advertiser&ticket=" + ticket;

        ann.comeBack(Person.consentFrom(Person.opens(link)), Map.of("auth_code", "t1"))
                .then()
                .statusCode(303);

        assertThat(ann.connections()).hasSize(1);
        Person.opens("/connect/tiktok?kind=tiktok-account&ticket=" + ticket)
                .then()
                .statusCode(400);
        Person.opens("/connect/meta?kind=advertiser&ticket=" + ticket).then().statusCode(400);
        given().head(link).then().statusCode(200);
        clock.wind(Duration.ofMinutes(11));
        Person.opens(link).then().statusCode(410).body(containsString("This link has expired"));
    }

    private String link(String connection) {
        return "/reconnect?ticket=" + Tickets.again(ann.tenant(), Platform.TIKTOK, connection, clock.instant());
    }

    private Response comesBack(String link, String code) {
        return ann.comeBack(Person.consentFrom(Person.opens(link)), Map.of("auth_code", code));
    }
}
