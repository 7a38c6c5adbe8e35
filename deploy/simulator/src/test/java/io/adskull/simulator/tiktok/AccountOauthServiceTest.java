package io.adskull.simulator.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.simulator.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountOauthServiceTest {
    private final MovableClock clock;

    AccountOauthServiceTest(MovableClock clock) {
        this.clock = clock;
    }

    private static final String OPEN_ID = "_000LumenStudioOpenId8";

    @Test
    void theExchangeGivesAShortTokenAndALongRefreshToken() {
        JsonPath tokens = TikTokUser.accountTokens();

        assertThat(tokens.getString("data.open_id")).isEqualTo(OPEN_ID);
        assertThat(tokens.getInt("data.expires_in")).isEqualTo(120);
        assertThat(tokens.getInt("data.refresh_token_expires_in")).isEqualTo(31_536_000);
        assertThat(tokens.getString("data.scope")).contains("user.info.basic,");
        assertThat(tokens.getString("data.token_type")).isEqualTo("Bearer");
    }

    @Test
    void anExpiredTokenSaysSoAndARefreshHelps() {
        JsonPath tokens = TikTokUser.accountTokens();
        assertThat(profile(tokens.getString("data.access_token"))).isZero();

        clock.advance(Duration.ofSeconds(121));
        assertThat(profile(tokens.getString("data.access_token"))).isEqualTo(40102);

        JsonPath fresh = TikTokUser.refresh(tokens.getString("data.refresh_token"));
        assertThat(profile(fresh.getString("data.access_token"))).isZero();
    }

    @Test
    void aRefreshTokenWorksOnceAndItsLastDayStays() {
        JsonPath first = TikTokUser.accountTokens();
        clock.advance(Duration.ofHours(2));

        JsonPath second = TikTokUser.refresh(first.getString("data.refresh_token"));

        assertThat(second.getInt("data.refresh_token_expires_in")).isBetween(31_528_000, 31_528_800);
        assertThat(TikTokUser.refresh(first.getString("data.refresh_token")).getInt("code"))
                .isEqualTo(40107);
        assertThat(TikTokUser.refresh(second.getString("data.refresh_token")).getInt("code"))
                .isZero();
    }

    @Test
    void aRefreshTokenEndsAfterAYear() {
        JsonPath tokens = TikTokUser.accountTokens();
        clock.advance(Duration.ofDays(366));

        assertThat(TikTokUser.refresh(tokens.getString("data.refresh_token")).getInt("code"))
                .isEqualTo(40103);
    }

    @Test
    void revokingEndsTheAccessTokenAndTheRefreshToken() {
        JsonPath tokens = TikTokUser.accountTokens();
        String access = tokens.getString("data.access_token");

        JsonPath revoked = TikTokUser.post(
                "/tt_user/oauth2/revoke/",
                Map.of("client_id", "test-app", "client_secret", "test-secret", "access_token", access));

        assertThat(revoked.getInt("code")).isZero();
        assertThat(profile(access)).isEqualTo(40105);
        assertThat(TikTokUser.refresh(tokens.getString("data.refresh_token")).getInt("code"))
                .isEqualTo(40107);
    }

    @Test
    void aCodeIsBoundToItsRedirectAddressAndWorksOnce() {
        String code = TikTokUser.accountCode(Map.of("login", "lumen", "decision", "authorize"));
        Map<String, String> elsewhere = new HashMap<>(Map.of(
                "client_id", "test-app",
                "client_secret", "test-secret",
                "grant_type", "authorization_code",
                "auth_code", code,
                "redirect_uri", TikTokUser.CALLBACK + "/"));

        assertThat(TikTokUser.post("/tt_user/oauth2/token/", elsewhere).getInt("code"))
                .isEqualTo(40131);
        assertThat(TikTokUser.exchangeAccount(code).getInt("code")).isZero();
        assertThat(TikTokUser.exchangeAccount(code).getInt("code")).isEqualTo(40131);

        elsewhere.put("grant_type", "password");
        assertThat(TikTokUser.post("/tt_user/oauth2/token/", elsewhere).getInt("code"))
                .isEqualTo(40108);
    }

    @Test
    void theTokenCanBeInspected() {
        String access = TikTokUser.accountTokens().getString("data.access_token");

        JsonPath info =
                TikTokUser.post("/tt_user/token_info/get/", Map.of("app_id", "test-app", "access_token", access));

        assertThat(info.getString("data.creator_id")).isEqualTo(OPEN_ID);
    }

    @Test
    void profileAndVideosShowTheFieldsThatWereAskedFor() {
        String access = TikTokUser.accountTokens().getString("data.access_token");

        JsonPath profile = TikTokUser.get(
                        access,
                        "/business/get/",
                        Map.of("business_id", OPEN_ID, "fields", "[\"username\",\"followers_count\"]"))
                .jsonPath();
        JsonPath videos = TikTokUser.get(access, "/business/video/list/", Map.of("business_id", OPEN_ID))
                .jsonPath();

        assertThat(profile.getMap("data")).containsOnlyKeys("username", "followers_count");
        assertThat(videos.getList("data.videos.item_id")).hasSize(2);
        assertThat(videos.getBoolean("data.has_more")).isFalse();
        assertThat(TikTokUser.code(access, "/business/get/", Map.of("business_id", "someone")))
                .isEqualTo(40001);
        assertThat(TikTokUser.code(access, "/user/info/", Map.of())).isEqualTo(40105);
    }

    private static int profile(String access) {
        return TikTokUser.code(access, "/business/get/", Map.of("business_id", OPEN_ID));
    }
}
