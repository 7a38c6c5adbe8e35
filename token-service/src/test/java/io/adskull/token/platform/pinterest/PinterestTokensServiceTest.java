package io.adskull.token.platform.pinterest;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/// Pinterest, with bookmarks for pages and refresh tokens that each refresh replaces.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class PinterestTokensServiceTest {
    private static final Duration MONTH = Duration.ofDays(29);

    private final FakePlatform pinterest = new FakePlatform("pinterest");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final Later later;

    @Inject
    PinterestTokensServiceTest(Later later) {
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void bookmarksAreFollowedUntilThereIsNone() {
        user("pin-pages");
        page("pin-pages-a", Map.of(), "549700000001", "\"Lw==&1\"");
        page("pin-pages-a", Map.of("bookmark", "Lw==&1"), "549700000002", "\"Lx==\"");
        page("pin-pages-a", Map.of("bookmark", "Lx=="), "549700000003", "null");

        ann.connects("pinterest", "advertiser", "pin-pages");

        assertThat(ann.accountNames())
                .containsExactlyInAnyOrder("Of 549700000001", "Of 549700000002", "Of 549700000003");
        assertThat(pinterest.asked("/v5/ad_accounts")).hasSize(3);
    }

    @Test
    void theAppShowsItsSecretInAHeaderAndScopesAreSeparatedByCommas() {
        reaches("pin-app", "549700000010");
        Person.AtConsentPage consent = ann.goToConsent("pinterest", "advertiser");
        ann.comeBack(consent, Map.of("code", "pin-app")).then().statusCode(303);

        assertThat(consent.parameters())
                .containsEntry("scope", "ads:read,user_accounts:read,catalogs:read")
                .doesNotContainKey("code_challenge");
        String app = Base64.getEncoder()
                .encodeToString(("pinterest-app:" + PlatformsHost.APP_SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(pinterest.askedForTokens()).singleElement().satisfies(asked -> {
            assertThat(asked.getHeader("Authorization")).isEqualTo("Basic " + app);
            assertThat(asked.getBodyAsString()).doesNotContain(PlatformsHost.APP_SECRET);
        });
        assertThat(Events.account("pinterest/549700000010").grantedScopes())
                .containsExactly("ads:read", "user_accounts:read");
    }

    @Test
    void aLoginWithoutABusinessNameIsCalledByItsUserName() {
        reaches("pin-name", "549700000020");
        pinterest.says("pin-name-a", "/v5/user_account", """
                {"id":"user-of-pin-name","username":"anns_pins","business_name":null}""");

        ann.connects("pinterest", "advertiser", "pin-name");

        assertThat(ann.connections().getFirst()).containsEntry("businessName", "anns_pins");
    }

    @Test
    void eachRefreshReplacesTheRefreshToken() {
        reaches("pin-rotate", "549700000030");
        pinterest.renews("pin-rotate-r", tokens("pin-rotate-a1", "pin-rotate-r1"));
        pinterest.renews("pin-rotate-r1", tokens("pin-rotate-a2", "pin-rotate-r2"));
        String connection = ann.connects("pinterest", "advertiser", "pin-rotate");

        later.by(MONTH);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("pin-rotate-a1"));
        later.by(MONTH);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("pin-rotate-a2"));

        assertThat(pinterest.refreshesWith("pin-rotate-r")).isEqualTo(1);
        assertThat(pinterest.refreshesWith("pin-rotate-r1")).isEqualTo(1);
    }

    @Test
    void aRefreshTokenThatPinterestNoLongerTakesNeedsThePerson() {
        reaches("pin-dead", "549700000040");
        pinterest.answersRefresh("pin-dead-r", jsonResponse("""
                {"error":"invalid_grant","error_description":"The refresh token is invalid or has expired."}""", 400));
        String connection = ann.connects("pinterest", "advertiser", "pin-dead");

        later.by(MONTH);

        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("ReconnectRequired"));
    }

    /// A code whose tokens are called like it, for one account.
    private void reaches(String code, String account) {
        user(code);
        page(code + "-a", Map.of(), account, "null");
    }

    private void user(String code) {
        pinterest.redeems(code, tokens(code + "-a", code + "-r"));
        pinterest.says(code + "-a", "/v5/user_account", """
                {"id":"user-of-%s","username":"x","business_name":"Ann's Pins"}""".formatted(code));
    }

    private void page(String token, Map<String, String> query, String account, String bookmark) {
        pinterest.says(token, "/v5/ad_accounts", query, """
                {"items":[{"id":"%s","name":"Of %s"}],"bookmark":%s}""".formatted(account, account, bookmark));
    }

    private static String tokens(String access, String refresh) {
        return """
                {"response_type":"authorization_code","token_type":"bearer","scope":"ads:read user_accounts:read",\
                "expires_in":2592000,"refresh_token_expires_in":5184000,"access_token":"%s",\
                "refresh_token":"%s"}""".formatted(access, refresh);
    }
}
