package io.adskull.simulator.tiktok;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.adskull.simulator.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdvertiserOauthServiceTest {
    private final MovableClock clock;

    AdvertiserOauthServiceTest(MovableClock clock) {
        this.clock = clock;
    }

    private static final String GARDEN = "7012345678901234506";
    private static final String TRAVEL = "7012345678901234507";

    @Test
    void anAuthorizedLoginComesBackWithACodeInBothNamesAndTheState() {
        Map<String, String> back = TikTokUser.consent(Map.of("login", "northwind", "decision", "authorize"));

        assertThat(back.get("auth_code")).isNotBlank().isEqualTo(back.get("code"));
        assertThat(back).containsEntry("state", "s-1");
    }

    @Test
    void theExchangeGivesATokenTheAccountsAndNumericScopes() {
        String code = TikTokUser.authCode(Map.of("login", "northwind", "decision", "authorize"));

        JsonPath answer = TikTokUser.exchange(code);

        assertThat(answer.getInt("code")).isZero();
        assertThat(answer.getList("data.advertiser_ids")).hasSize(6).contains(GARDEN);
        assertThat(answer.getList("data.scope", Long.class)).contains(4L, 17000000L, 7050363942434013185L);
        assertThat(answer.<Object>get("data.refresh_token")).isNull();
    }

    @Test
    void aCodeWorksOnce() {
        String code = TikTokUser.authCode(Map.of("login", "northwind", "decision", "authorize"));
        TikTokUser.exchange(code);

        assertThat(TikTokUser.exchange(code).getInt("code")).isEqualTo(40110);
    }

    @Test
    void aCodeDiesAfterAnHour() {
        String code = TikTokUser.authCode(Map.of("login", "northwind", "decision", "authorize"));
        clock.advance(Duration.ofMinutes(61));

        assertThat(TikTokUser.exchange(code).getInt("code")).isEqualTo(40110);
    }

    @Test
    void aMadeUpCodeIsRefused() {
        assertThat(TikTokUser.exchange("made.up").getInt("code")).isEqualTo(40101);
    }

    @Test
    void aWrongSecretAndAnUnknownAppAreToldApart() {
        Map<String, String> wrongSecret = Map.of("app_id", "test-app", "secret", "no", "auth_code", "x");
        Map<String, String> unknownApp = Map.of("app_id", "other", "secret", "no", "auth_code", "x");

        assertThat(TikTokUser.post("/oauth2/access_token/", wrongSecret).getInt("code"))
                .isEqualTo(40101);
        assertThat(TikTokUser.post("/oauth2/access_token/", unknownApp).getInt("code"))
                .isEqualTo(40113);
        assertThat(TikTokUser.post("/oauth2/access_token/", Map.of()).getString("message"))
                .isEqualTo("app_id: Missing data for required field.");
    }

    @Test
    void cancellingSendsThePersonBackWithoutACode() {
        Map<String, String> back = TikTokUser.consent(Map.of("decision", "cancel"));

        assertThat(back).containsEntry("error", "access_denied").containsEntry("state", "s-1");
        assertThat(back).doesNotContainKey("auth_code");
    }

    @Test
    void nobodyIsSentToAForeignAddress() {
        given().redirects()
                .follow(false)
                .queryParam("app_id", "test-app")
                .queryParam("redirect_uri", "http://localhost@evil.example/")
                .formParam("login", "northwind")
                .formParam("decision", "authorize")
                .post("/portal/auth")
                .then()
                .statusCode(400)
                .body(containsString("redirect_uri"));
    }

    @Test
    void thePageShowsEveryLoginWithItsAccounts() {
        given().queryParam("app_id", "test-app")
                .queryParam("redirect_uri", TikTokUser.CALLBACK)
                .get("/portal/auth")
                .then()
                .statusCode(200)
                .body(containsString("Northwind Agency"), containsString(GARDEN), containsString("Contoso Media"));
    }

    @Test
    void onlyTickedAccountsAndScopesAreReached() {
        Map<String, Object> form = Map.of(
                "login",
                "northwind",
                "decision",
                "authorize",
                "ticked",
                "true",
                "account",
                List.of(GARDEN, TRAVEL),
                "scope",
                List.of("1", "2"));
        JsonPath answer = TikTokUser.exchange(TikTokUser.authCode(form));
        String token = answer.getString("data.access_token");

        assertThat(answer.getList("data.advertiser_ids")).containsExactly(GARDEN);
        assertThat(TikTokUser.code(token, "/campaign/get/", Map.of("advertiser_id", GARDEN)))
                .isZero();
        assertThat(TikTokUser.code(token, "/campaign/get/", Map.of("advertiser_id", "7012345678901234501")))
                .isEqualTo(40001);
        assertThat(TikTokUser.get(token, "/pixel/list/", Map.of("advertiser_id", GARDEN))
                        .jsonPath()
                        .getString("message"))
                .contains("lacks the required scope for endpoint '/pixel/list/(method=GET)'");
    }

    @Test
    void authorizingWithoutAnyAccountSucceedsWithAnEmptyList() {
        Map<String, String> form = Map.of("login", "northwind", "decision", "authorize", "ticked", "true");

        JsonPath answer = TikTokUser.exchange(TikTokUser.authCode(form));

        assertThat(answer.getInt("code")).isZero();
        assertThat(answer.getList("data.advertiser_ids")).isEmpty();
    }

    @Test
    void contosoWithdrawsItsAuthorizationAfterAFewSeconds() {
        String token = TikTokUser.tokenOf("contoso");
        assertThat(TikTokUser.code(token, "/campaign/get/", Map.of("advertiser_id", TRAVEL)))
                .isZero();

        clock.advance(Duration.ofSeconds(6));

        assertThat(TikTokUser.code(token, "/campaign/get/", Map.of("advertiser_id", TRAVEL)))
                .isEqualTo(40105);
        assertThat(TikTokUser.code(token, "/user/info/", Map.of())).isEqualTo(40105);
    }

    @Test
    void contosoKeepsTheAuthorizationOfAPersonWhoAsksForIt() {
        Map<String, String> form = Map.of("login", "contoso", "decision", "authorize", "keep", "true");
        String token = TikTokUser.exchange(TikTokUser.authCode(form)).getString("data.access_token");

        clock.advance(Duration.ofDays(3));

        assertThat(TikTokUser.code(token, "/campaign/get/", Map.of("advertiser_id", TRAVEL)))
                .isZero();
    }

    @Test
    void aRevokedTokenIsDeadAtOnce() {
        String token = TikTokUser.tokenOf("northwind");
        Map<String, String> body = Map.of("app_id", "test-app", "secret", "test-secret", "access_token", token);

        assertThat(TikTokUser.post("/oauth2/revoke_token/", body).getInt("code"))
                .isZero();
        assertThat(TikTokUser.code(token, "/user/info/", Map.of())).isEqualTo(40105);
        assertThat(TikTokUser.post("/oauth2/revoke_token/", body).getInt("code"))
                .isEqualTo(40105);
    }

    @Test
    void theTokenTellsWhichAccountsItReaches() {
        String token = TikTokUser.tokenOf("northwind");

        JsonPath answer = TikTokUser.get(
                        token, "/oauth2/advertiser/get/", Map.of("app_id", "test-app", "secret", "test-secret"))
                .jsonPath();

        assertThat(answer.getList("data.list.advertiser_name"))
                .contains("Northwind Sneakers")
                .hasSize(6);
        assertThat(TikTokUser.code(token, "/oauth2/advertiser/get/", Map.of("app_id", "new-app", "secret", "x")))
                .isEqualTo(40000);
    }

    @Test
    void aFleetHasAsManyAccountsAsItsNameSays() {
        String code = TikTokUser.authCode(Map.of("login", "fleet-250", "decision", "authorize"));

        assertThat(TikTokUser.exchange(code).getList("data.advertiser_ids"))
                .hasSize(250)
                .startsWith("7100000000000000001")
                .endsWith("7100000000000000250");
    }
}
