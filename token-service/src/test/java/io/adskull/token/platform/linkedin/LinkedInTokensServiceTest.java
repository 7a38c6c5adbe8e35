package io.adskull.token.platform.linkedin;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.adskull.contract.account.Platform;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakePlatform;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.PlatformsHost;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.Tickets;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.refresh.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// LinkedIn, where only partners get refresh tokens and another set of scopes would end older tokens.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class LinkedInTokensServiceTest {
    private final FakePlatform linkedIn = new FakePlatform("linkedin");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final Later later;

    @Inject
    LinkedInTokensServiceTest(TestClock clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void theAccountsOfEveryPageAreConnectedAndEachPageIsAskedForInAVersion() {
        member("li-pages");
        linkedIn.says("li-pages-a", "/rest/adAccounts", """
                {"elements":[{"id":510000001,"name":"First"}],"metadata":{"nextPageToken":"t=2&x"}}""");
        linkedIn.says("li-pages-a", "/rest/adAccounts", Map.of("pageToken", "t=2&x"), """
                {"elements":[{"id":510000002,"name":"Second"}],"metadata":{}}""");

        ann.connects("linkedin", "advertiser", "li-pages");

        assertThat(ann.accountNames()).containsExactlyInAnyOrder("First", "Second");
        assertThat(linkedIn.asked("/rest/adAccounts")).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.getHeader("LinkedIn-Version")).matches("20\\d{4}");
            assertThat(asked.getHeader("X-Restli-Protocol-Version")).isEqualTo("2.0.0");
        });
    }

    @Test
    void aTokenThatLinkedInCallsRevokedRightAfterItIssuedItIsShownAgain() {
        reaches("li-fresh", "510000005");
        linkedIn.answers(get(linkedIn.at("/v2/userinfo"))
                .withHeader("Authorization", equalTo("Bearer li-fresh-a"))
                .inScenario("fresh")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("known")
                .willReturn(jsonResponse("""
                        {"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN",\
                        "message":"The token used in the request has been revoked by the user"}""", 401)));

        ann.connects("linkedin", "advertiser", "li-fresh");

        assertThat(linkedIn.asked("/v2/userinfo")).hasSize(2);
    }

    @Test
    void theEndThatTheConsentSetIsNotMovedByARefreshThatDoesNotNameIt() {
        reaches("li-end", "510000006");
        String connection = ann.connects("linkedin", "advertiser", "li-end");
        Instant end = clock.instant().plus(Duration.ofDays(365));
        linkedIn.renews("li-end-r", """
                {"access_token":"li-end-a1","expires_in":31536000,"refresh_token":"li-end-r1"}""");
        later.by(Duration.ofDays(50));
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("li-end-a1"));

        later.by(Duration.ofDays(286));

        await().untilAsserted(() -> assertThat(later.endsToldOf(connection))
                .isNotEmpty()
                .allSatisfy(
                        told -> assertThat(Duration.between(told, end).abs()).isLessThan(Duration.ofMinutes(5))));
    }

    @Test
    void withoutARefreshTokenTheDayOfTheEndIsToldAMonthAhead() {
        reaches("li-60", "510000010");
        linkedIn.redeems("li-60", """
                {"access_token":"li-60-a","expires_in":5184000,"scope":"openid,profile,r_ads,r_ads_reporting"}""");
        String connection = ann.connects("linkedin", "advertiser", "li-60");
        Instant end = clock.instant().plus(Duration.ofDays(60));

        later.by(Duration.ofDays(29));
        ann.accessToken(connection).then().statusCode(200);
        assertThat(later.endsToldOf(connection)).isEmpty();
        later.by(Duration.ofDays(2));

        await().untilAsserted(() -> assertThat(later.endsToldOf(connection))
                .singleElement()
                .satisfies(told -> assertThat(Duration.between(told, end).abs()).isLessThan(Duration.ofMinutes(5))));
        later.by(Duration.ofDays(30));
        ann.accessToken(connection).then().statusCode(409);
    }

    @Test
    void aMemberWhoTookTheAppAwayIsAskedToReconnectOnceASecondLookSaysTheSame() {
        reaches("li-gone", "510000020");
        linkedIn.answersRefresh("li-gone-r", jsonResponse("""
                {"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN",\
                "message":"The token used in the request has been revoked by the user"}""", 401));
        String connection = ann.connects("linkedin", "advertiser", "li-gone");

        later.by(Duration.ofDays(50));
        await().untilAsserted(
                        () -> assertThat(Events.changes(connection)).containsExactly("Reconnected", "RefreshFailed"));
        later.by(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(Events.changes(connection))
                .containsExactly("Reconnected", "RefreshFailed", "ReconnectRequired"));
        assertThat(ann.connections().getFirst()).containsEntry("state", "RECONNECT_REQUIRED");
    }

    @Test
    void aReconnectAsksForTheSameScopesSinceOthersWouldEndTheMembersTokens() {
        reaches("li-again", "510000030");
        Person.AtConsentPage first = ann.goToConsent("linkedin", "advertiser");
        String connection = Person.connected(ann.comeBack(first, Map.of("code", "li-again")));
        String ticket = Tickets.again(ann.tenant(), Platform.LINKEDIN, connection, clock.instant());

        Person.AtConsentPage again = Person.consentFrom(Person.opens("/reconnect?ticket=" + ticket));

        assertThat(again.parameters())
                .containsEntry("scope", "openid profile r_ads r_ads_reporting")
                .containsEntry("scope", first.parameters().get("scope"))
                .doesNotContainKey("code_challenge");
    }

    @Test
    void leavingLinkedInsSignInIsACancelAndNoFailure() {
        for (String word : List.of("user_cancelled_login", "user_cancelled_authorize")) {
            ann.comeBack(ann.goToConsent("linkedin", "advertiser"), Map.of("error", word))
                    .then()
                    .statusCode(200)
                    .body(containsString("Nothing was connected"));
        }
    }

    @Test
    void aDailyQuotaThatIsUsedUpIsSaidAndNothingIsConnected() {
        member("li-quota");
        linkedIn.says("li-quota-a", "/rest/adAccounts", jsonResponse("""
                {"status":429,"serviceErrorCode":101,"code":"TOO_MANY_REQUESTS",\
                "message":"Resource level throttle APPLICATION DAY limit for calls to this resource is reached."}""", 429));

        ann.agrees("linkedin", "advertiser", "li-quota")
                .then()
                .statusCode(502)
                .body(containsString("APPLICATION DAY limit"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void disconnectingGivesTheRefreshTokenBack() {
        reaches("li-back", "510000040");
        linkedIn.answers(post(linkedIn.at("/revoke")).willReturn(ok()));
        String connection = ann.connects("linkedin", "advertiser", "li-back");

        ann.disconnects(connection).then().statusCode(204);

        assertThat(linkedIn.asked("/revoke")).singleElement().satisfies(asked -> assertThat(asked.getBodyAsString())
                .contains("token=li-back-r"));
    }

    /// A code whose tokens are called like it, for one account.
    private void reaches(String code, String account) {
        member(code);
        linkedIn.says(code + "-a", "/rest/adAccounts", """
                {"elements":[{"id":%s,"name":"Account"}],"metadata":{}}""".formatted(account));
    }

    private void member(String code) {
        linkedIn.redeems(code, """
                {"access_token":"%s-a","expires_in":5184000,"refresh_token":"%s-r",\
                "refresh_token_expires_in":31536000,"scope":"openid,profile,r_ads,r_ads_reporting"}""".formatted(code, code));
        linkedIn.says(code + "-a", "/v2/userinfo", "{\"sub\":\"member-%s\",\"name\":\"Ann\"}".formatted(code));
    }
}
