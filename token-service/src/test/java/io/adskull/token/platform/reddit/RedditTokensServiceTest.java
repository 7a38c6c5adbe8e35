package io.adskull.token.platform.reddit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakePlatform;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.PlatformsHost;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.refresh.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reddit, which wants to know who calls and whose errors have a shape of their own.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class RedditTokensServiceTest {
    private static final Duration HOUR = Duration.ofMinutes(55);
    private static final String WHO = "java:io.adskull:1.0 (ad account watch)";

    private final FakePlatform reddit = new FakePlatform("reddit");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final Later later;

    @Inject
    RedditTokensServiceTest(Later later) {
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void everyCallSaysWhoCallsAndTheAppShowsItsSecretInAHeader() {
        reaches("red-who", "t2_who");
        reddit.renews("red-who-r", renewed("red-who-a1"));
        reddit.answers(post(reddit.at("/revoke")).willReturn(ok()));
        Person.AtConsentPage consent = ann.goToConsent("reddit", "advertiser");
        String connection = Person.connected(ann.comeBack(consent, Map.of("code", "red-who")));

        later.by(HOUR);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("red-who-a1"));
        ann.disconnects(connection).then().statusCode(204);

        assertThat(consent.parameters()).containsEntry("duration", "permanent").doesNotContainKey("code_challenge");
        String app = Base64.getEncoder()
                .encodeToString(("reddit-app:" + PlatformsHost.APP_SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(reddit.askedForTokens()).hasSize(2).allSatisfy(asked -> assertThat(asked.getHeader("Authorization"))
                .isEqualTo("Basic " + app));
        assertThat(reddit.asked("/revoke")).hasSize(1);
        assertThat(reddit.asked()).hasSize(6).allSatisfy(asked -> assertThat(
                        asked.header("User-Agent").values())
                .containsExactly(WHO));
    }

    @Test
    void theAdAccountsOfEachBusinessAreReadPageByPage() {
        login("red-pages");
        reddit.says("red-pages-a", "/api/v3/me/businesses", """
                {"data":[{"id":"b1","name":"North"},{"id":"b2","name":"South"}],"pagination":{}}""");
        reddit.says("red-pages-a", "/api/v3/businesses/b1/ad_accounts", """
                {"data":[{"id":"t2_p1","name":"Shoes"}],\
                "pagination":{"next_url":"https://evil.example/b1/ad_accounts?page.token=p%3D2"}}""");
        reddit.says("red-pages-a", "/api/v3/businesses/b1/ad_accounts", Map.of("page.token", "p=2"), """
                {"data":[{"id":"t2_p2","name":"Hats"}],"pagination":{"next_url":null}}""");
        reddit.says("red-pages-a", "/api/v3/businesses/b2/ad_accounts", """
                {"data":[{"id":"t2_p3","name":"Gloves"}]}""");

        ann.connects("reddit", "advertiser", "red-pages");

        assertThat(ann.accountNames()).containsExactlyInAnyOrder("Shoes", "Hats", "Gloves");
        assertThat(ann.connections().getFirst()).containsEntry("businessName", "ann_ads");
    }

    @Test
    void aBusinessThatDoesNotListItsAccountsCostsTheConsentInsteadOfTheAccounts() {
        reaches("red-half", "t2_half");
        reddit.says("red-half-a", "/api/v3/me/businesses", """
                {"data":[{"id":"b1","name":"North"},{"id":"b2","name":"South"}]}""");
        reddit.says("red-half-a", "/api/v3/businesses/b2/ad_accounts", jsonResponse("{\"error\":403}", 403));

        ann.agrees("reddit", "advertiser", "red-half").then().statusCode(502);

        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aCodeThatRedditRefusesWithStatus200ConnectsNothing() {
        reddit.answersCode("red-code", okJson("{\"error\":\"invalid_grant\"}"));

        ann.agrees("reddit", "advertiser", "red-code").then().statusCode(502).body(containsString("invalid_grant"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aPageOfRedditsEdgeIsNotShownToThePerson() {
        login("red-edge");
        reddit.says(
                "red-edge-a",
                "/api/v3/me/businesses",
                aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html><body>blocked due to a network policy, administrative rules</body></html>"));

        ann.agrees("reddit", "advertiser", "red-edge")
                .then()
                .statusCode(502)
                .body(not(containsString("network policy")));
    }

    @Test
    void aRefreshWithoutANewRefreshTokenKeepsTheOldOne() {
        reaches("red-keep", "t2_keep");
        reddit.renews("red-keep-r", renewed("red-keep-a1"));
        String connection = ann.connects("reddit", "advertiser", "red-keep");

        later.by(HOUR);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("red-keep-a1"));
        reddit.renews("red-keep-r", renewed("red-keep-a2"));
        later.by(HOUR);

        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("red-keep-a2"));
        assertThat(reddit.refreshesWith("red-keep-r")).isEqualTo(2);
    }

    @Test
    void tooManyRefreshesAreWaitedOutAndABareErrorNumberEndsTheGrant() {
        reaches("red-bare", "t2_bare");
        reddit.answersRefresh("red-bare-r", jsonResponse("{\"message\":\"Too Many Requests\",\"error\":429}", 429));
        String connection = ann.connects("reddit", "advertiser", "red-bare");

        later.by(HOUR);
        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("RefreshFailed"));
        assertThat(Events.changes(connection)).doesNotContain("ReconnectRequired");
        reddit.answersRefresh("red-bare-r", jsonResponse("{\"error\":400}", 400));
        later.by(HOUR);

        await().untilAsserted(() -> {
            later.by(Duration.ofMinutes(1));
            assertThat(Events.changes(connection)).contains("ReconnectRequired");
        });
    }

    /// A code whose tokens are called like it, for one account.
    private void reaches(String code, String account) {
        login(code);
        reddit.says(code + "-a", "/api/v3/me/businesses", "{\"data\":[{\"id\":\"b1\",\"name\":\"North\"}]}");
        reddit.says(code + "-a", "/api/v3/businesses/b1/ad_accounts", """
                {"data":[{"id":"%s","name":"Shoes"}]}""".formatted(account));
    }

    private void login(String code) {
        reddit.redeems(code, """
                {"access_token":"%s-a","token_type":"bearer","expires_in":3600,"refresh_token":"%s-r",\
                "scope":"adsread identity"}""".formatted(code, code));
        reddit.says(code + "-a", "/api/v3/me", """
                {"data":{"id":"login-of-%s","reddit_username":"ann_ads"}}""".formatted(code));
    }

    private static String renewed(String access) {
        return "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":3600}".formatted(access);
    }
}
