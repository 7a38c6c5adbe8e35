package io.adskull.token.platform.meta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakePlatform;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.PlatformsHost;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.refresh.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Meta, which knows no refresh tokens: a token that lives is shown for one that lives longer.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class MetaTokensServiceTest {
    private static final String TOKEN = "/v23.0/oauth/access_token";
    private static final long SIXTY_DAYS = 5_183_944;

    /// When half of such a token's life is over, it is due.
    private static final Duration DUE = Duration.ofDays(31);

    private final FakePlatform meta = new FakePlatform("meta");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final Later later;

    @Inject
    MetaTokensServiceTest(TestClock clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void theBriefTokenOfAPersonIsExchangedAtOnceForOneOfSixtyDays() {
        reaches("meta-long", "1001");

        String connection = ann.connects("meta", "user", "meta-long");

        assertThat(ann.accessTokenOf(connection)).isEqualTo("meta-long-a");
        Instant end = Instant.parse((String) ann.connections().getFirst().get("expiresAt"));
        assertThat(Duration.between(clock.instant(), end)).isBetween(Duration.ofDays(59), Duration.ofDays(60));
        assertThat(meta.asked("/v23.0/me"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer meta-long-a"));
    }

    @Test
    void anExchangeThatFailsLeavesNoConnectionThatWouldEndWithinTheHour() {
        reaches("meta-brief", "1002");
        exchanged("meta-brief-brief", "user", refusal(400, 2, 1_342_001, "Service temporarily unavailable"));

        ann.agrees("meta", "user", "meta-brief")
                .then()
                .statusCode(502)
                .body(containsString("Service temporarily unavailable"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void everyCallWithAPersonsTokenProvesThatItComesFromOurApp() {
        reaches("meta-proof", "1003");
        meta.answers(delete(meta.at("/v23.0/me/permissions")).willReturn(okJson("{\"success\":true}")));
        String connection = ann.connects("meta", "user", "meta-proof");

        ann.disconnects(connection).then().statusCode(204);

        assertThat(meta.asked())
                .filteredOn(asked -> "Bearer meta-proof-a".equals(asked.getHeader("Authorization")))
                .extracting(MetaTokensServiceTest::path)
                .containsExactlyInAnyOrder(
                        "/meta/v23.0/me",
                        "/meta/v23.0/me/adaccounts",
                        "/meta/v23.0/me/permissions",
                        "/meta/v23.0/me/permissions");
        assertThat(meta.asked())
                .filteredOn(asked -> "Bearer meta-proof-a".equals(asked.getHeader("Authorization")))
                .allSatisfy(asked -> assertThat(
                                asked.queryParameter("appsecret_proof").values())
                        .containsExactly(proof("meta-proof-a")));
    }

    @Test
    void adAccountsAreReadPageByPageHereWhereverTheNextPageIsSaidToBe() {
        reaches("meta-pages", "1004");
        meta.says("meta-pages-a", "/v23.0/me/adaccounts", """
                {"data":[{"account_id":"1005","name":"Shoes"}],\
                "paging":{"cursors":{"after":"QVFI=="},"next":"https://evil.example/me/adaccounts?after=QVFI"}}""");
        meta.says("meta-pages-a", "/v23.0/me/adaccounts", Map.of("after", "QVFI=="), """
                {"data":[{"account_id":"1006","name":"Hats"}],"paging":{"cursors":{"after":"QVFJ"}}}""");

        ann.connects("meta", "user", "meta-pages");

        assertThat(ann.accountNames()).containsExactlyInAnyOrder("Shoes", "Hats");
        assertThat(meta.asked("/v23.0/me/adaccounts")).hasSize(2);
    }

    @Test
    void aPermissionThatThePersonDeclinedIsMissedAndAskedForAgain() {
        reaches("meta-all", "1007");
        ann.connects("meta", "user", "meta-all");
        reaches("meta-less", "1007");
        meta.says("meta-less-a", "/v23.0/me", "{\"id\":\"user-of-meta-all\",\"name\":\"Ann\"}");
        permissions("meta-less-a", List.of("ads_read", "business_management", "public_profile"), "ads_management");

        Person.AtConsentPage consent = ann.goToConsent("meta", "user");
        ann.comeBack(consent, Map.of("code", "meta-less"))
                .then()
                .statusCode(200)
                .body(containsString("You shared less than before"))
                .body(containsString("ads_management"));

        assertThat(consent.parameters()).containsEntry("auth_type", "rerequest");
        assertThat(Events.account("meta/1007").grantedScopes()).contains("ads_management");
    }

    @Test
    void aPermissionThatIsDeclinedAtTheFirstConsentIsSaidAtOnce() {
        reaches("meta-first", "1012");
        permissions("meta-first-a", List.of("ads_read", "public_profile"), "ads_management", "business_management");

        ann.agrees("meta", "user", "meta-first")
                .then()
                .statusCode(200)
                .body(containsString("Connected, with some permissions left out"))
                .body(containsString("ads_management"));

        assertThat(Events.account("meta/1012").grantedScopes()).containsExactly("ads_read", "public_profile");
    }

    @Test
    void aTokenThatLivesIsShownForALongerOneWhichIsTheOneShownNext() {
        reaches("meta-next", "1008");
        exchanged("meta-next-a", "user", longLived("meta-next-a1"));
        exchanged("meta-next-a1", "user", longLived("meta-next-a2"));
        String connection = ann.connects("meta", "user", "meta-next");

        later.by(DUE);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("meta-next-a1"));
        later.by(DUE);

        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("meta-next-a2"));
    }

    @Test
    void aTokenThatMetaEndedNeedsThePersonAtOnce() {
        Map<Integer, String> connections = new LinkedHashMap<>();
        for (int subcode : List.of(458, 460, 463)) {
            String code = "meta-dead-" + subcode;
            reaches(code, "11" + subcode);
            exchanged(code + "-a", "user", refusal(400, 190, subcode, "Error validating access token: it is over."));
            connections.put(subcode, ann.connects("meta", "user", code));
        }

        later.by(DUE);

        await().untilAsserted(() -> assertThat(connections)
                .allSatisfy((subcode, connection) -> assertThat(Events.changes(connection))
                        .contains("ReconnectRequired")
                        .doesNotContain("RefreshFailed")));
    }

    @Test
    void aMetaThatIsBusyIsAskedAgain() {
        Map<String, String> connections = new LinkedHashMap<>();
        for (int number : List.of(1, 2, 4)) {
            String code = "meta-busy-" + number;
            reaches(code, "12" + number);
            exchanged(code + "-a", "user", refusal(number == 1 ? 500 : 400, number, 0, "Please try again later"));
            connections.put(code, ann.connects("meta", "user", code));
        }

        later.by(DUE);
        await().untilAsserted(() -> assertThat(connections.values())
                .allSatisfy(connection -> assertThat(Events.changes(connection)).contains("RefreshFailed")));
        connections.keySet().forEach(code -> exchanged(code + "-a", "user", longLived(code + "-a1")));
        later.by(Duration.ofDays(1));

        await().untilAsserted(() -> assertThat(connections)
                .allSatisfy((code, connection) ->
                        assertThat(ann.accessTokenOf(connection)).isEqualTo(code + "-a1")));
        assertThat(connections.values())
                .allSatisfy(connection -> assertThat(Events.changes(connection)).doesNotContain("ReconnectRequired"));
    }

    @Test
    void theDayOnWhichMetaStopsAnsweringAboutAPersonsDataIsToldAhead() {
        reaches("meta-data", "1009");
        Instant end = clock.instant().plus(Duration.ofDays(40));
        meta.says("meta-app|" + PlatformsHost.APP_SECRET, "/v23.0/debug_token", """
                {"data":{"is_valid":true,"data_access_expires_at":%d}}""".formatted(end.getEpochSecond()));
        exchanged("meta-data-a", "user", longLived("meta-data-a1"));
        String connection = ann.connects("meta", "user", "meta-data");

        later.by(Duration.ofDays(11));

        await().untilAsserted(() -> assertThat(later.endsToldOf(connection))
                .singleElement()
                .satisfies(told -> assertThat(Duration.between(told, end).abs()).isLessThan(Duration.ofMinutes(5))));
    }

    @Test
    void aPersonWhoseDataAccessIsOverMustConsentAgainThoughTheTokenIsStillRenewed() {
        reaches("meta-over", "1019");
        Instant end = clock.instant().plus(Duration.ofDays(20));
        meta.says("meta-app|" + PlatformsHost.APP_SECRET, "/v23.0/debug_token", """
                {"data":{"is_valid":true,"data_access_expires_at":%d}}""".formatted(end.getEpochSecond()));
        exchanged("meta-over-a", "user", longLived("meta-over-a1"));
        String connection = ann.connects("meta", "user", "meta-over");

        later.by(Duration.ofDays(45));

        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("ReconnectRequired"));
    }

    @Test
    void anEndThatMetaDoesNotTellAtARefreshStaysAsItWas() {
        reaches("meta-mute", "1020");
        Instant end = clock.instant().plus(Duration.ofDays(80));
        meta.says("meta-app|" + PlatformsHost.APP_SECRET, "/v23.0/debug_token", """
                {"data":{"is_valid":true,"data_access_expires_at":%d}}""".formatted(end.getEpochSecond()));
        exchanged("meta-mute-a", "user", longLived("meta-mute-a1"));
        String connection = ann.connects("meta", "user", "meta-mute");
        Instant tokensEnd = clock.instant().plus(Duration.ofDays(60));
        meta.says(
                "meta-app|" + PlatformsHost.APP_SECRET,
                "/v23.0/debug_token",
                aResponse().withStatus(500));

        later.by(Duration.ofDays(40));
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("meta-mute-a1"));

        later.by(Duration.ofDays(7));
        await().untilAsserted(() -> assertThat(later.endsToldOf(connection))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told).isBefore(tokensEnd.plus(Duration.ofMinutes(5)))));
    }

    @Test
    void aSystemUserIsConnectedAsSuchAndItsTokenWithoutEndIsLeftAlone() {
        reaches("meta-sys", "1010");
        meta.redeems("meta-sys", "{\"access_token\":\"meta-sys-a\",\"token_type\":\"bearer\"}");

        Person.AtConsentPage consent = ann.goToConsent("meta", "system-user");
        String connection = Person.connected(ann.comeBack(consent, Map.of("code", "meta-sys")));
        later.by(Duration.ofDays(200));

        assertThat(consent.parameters()).containsEntry("config_id", "login-configuration");
        assertThat(Events.account("meta/1010"))
                .satisfies(account -> assertThat(account.connectedAs()).isEqualTo("SYSTEM_USER"))
                .satisfies(account -> assertThat(account.kind()).isEqualTo("system-user"));
        assertThat(ann.accessTokenOf(connection)).isEqualTo("meta-sys-a");
        assertThat(ann.connections().getFirst()).doesNotContainKey("expiresAt");
        assertThat(meta.askedForTokens()).hasSize(1);
    }

    @Test
    void aSystemUsersTokenOfSixtyDaysIsRenewedForSixtyMore() {
        reaches("meta-sys60", "1011");
        meta.answersCode("meta-sys60", longLived("meta-sys60-a"));
        exchanged("meta-sys60-a", "system-user", longLived("meta-sys60-a1"));
        String connection = ann.connects("meta", "system-user", "meta-sys60");

        later.by(DUE);

        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("meta-sys60-a1"));
    }

    /// A code whose tokens are called like it, for one ad account.
    private void reaches(String code, String account) {
        meta.redeems(code, "{\"access_token\":\"%s-brief\",\"expires_in\":5400}".formatted(code));
        exchanged(code + "-brief", "user", longLived(code + "-a"));
        meta.says(code + "-a", "/v23.0/me", "{\"id\":\"user-of-%s\",\"name\":\"Ann\"}".formatted(code));
        meta.says(code + "-a", "/v23.0/me/adaccounts", """
                {"data":[{"account_id":"%s","name":"Shoes"}],"paging":{"cursors":{"after":"QVFI"}}}""".formatted(account));
        permissions(code + "-a", List.of("ads_management", "ads_read", "business_management", "public_profile"));
    }

    private void permissions(String token, List<String> granted, String... declined) {
        Stream<String> all = Stream.concat(
                granted.stream().map(name -> permission(name, "granted")),
                Stream.of(declined).map(name -> permission(name, "declined")));
        meta.says(token, "/v23.0/me/permissions", all.collect(Collectors.joining(",", "{\"data\":[", "]}")));
    }

    private static String permission(String name, String status) {
        return "{\"permission\":\"%s\",\"status\":\"%s\"}".formatted(name, status);
    }

    private void exchanged(String token, String kind, ResponseDefinitionBuilder answer) {
        meta.answers(post(meta.at(TOKEN))
                .withFormParam("grant_type", equalTo("fb_exchange_token"))
                .withFormParam("client_secret", equalTo(PlatformsHost.APP_SECRET))
                .withFormParam("fb_exchange_token", equalTo(token))
                .withFormParam("set_token_expires_in_60_days", kind.equals("system-user") ? equalTo("true") : absent())
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder longLived(String token) {
        return okJson(
                "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}".formatted(token, SIXTY_DAYS));
    }

    private static ResponseDefinitionBuilder refusal(int status, int code, int subcode, String message) {
        return jsonResponse("""
                {"error":{"message":"%s","type":"OAuthException","code":%d,"error_subcode":%d,"fbtrace_id":"E"}}""".formatted(message, code, subcode), status);
    }

    private static String path(LoggedRequest asked) {
        return asked.getUrl().replaceAll("\\?.*", "");
    }

    private static String proof(String token) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(PlatformsHost.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    }
}
