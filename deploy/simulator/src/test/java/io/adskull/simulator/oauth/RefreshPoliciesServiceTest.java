package io.adskull.simulator.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.simulator.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshPoliciesServiceTest {
    private static final OauthUser ROTATING = OauthUser.of("rotating");
    private static final OauthUser FORGIVING = OauthUser.of("forgiving");
    private static final OauthUser SLIDING = OauthUser.of("sliding");
    private static final OauthUser YEARLY = OauthUser.of("yearly");

    @Inject
    MovableClock clock;

    @Test
    void aSingleUseRefreshTokenGivesANewOneAndIsUsedUp() {
        String first = refreshToken(ROTATING.connect("northwind"));
        String second = refreshToken(ROTATING.refresh(first));

        assertThat(second).isNotEqualTo(first);
        refused(ROTATING.refresh(first), "used");
        assertThat(ROTATING.refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwentyAtOnceOneRefreshWins() throws Exception {
        String token = refreshToken(ROTATING.connect("northwind"));
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> clients.submit(() -> ROTATING.refresh(token).statusCode()))
                    .toList();
            int won = 0;
            for (Future<Integer> answer : answers) {
                won += answer.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void theStatisticsTellEveryRefreshAndEveryReuse() {
        JsonPath before = stats();
        String first = refreshToken(ROTATING.connect("northwind"));
        ROTATING.refresh(first);
        ROTATING.refresh(first);
        JsonPath after = stats();

        assertThat(after.getInt("rotating.exchanges") - before.getInt("rotating.exchanges"))
                .isEqualTo(1);
        assertThat(after.getInt("rotating.refreshes") - before.getInt("rotating.refreshes"))
                .isEqualTo(1);
        assertThat(after.getInt("rotating.reused") - before.getInt("rotating.reused"))
                .isEqualTo(1);
        assertThat(after.getInt("rotating.refused") - before.getInt("rotating.refused"))
                .isEqualTo(1);
    }

    @Test
    void eachNewRefreshTokenLivesItsWholeLifeAgain() {
        JsonPath first = ROTATING.connect("northwind").jsonPath();
        assertThat(first.getInt("refresh_token_expires_in")).isEqualTo(60 * 86_400);
        clock.advance(Duration.ofDays(59));
        JsonPath second = ROTATING.refresh(first.getString("refresh_token")).jsonPath();
        assertThat(second.getInt("refresh_token_expires_in")).isEqualTo(60 * 86_400);
        clock.advance(Duration.ofDays(60));
        refused(ROTATING.refresh(second.getString("refresh_token")), "expired");
    }

    @Test
    void aForgivingPlatformTakesAUsedTokenForAWhileAndThenEndsTheConsent() {
        String first = refreshToken(FORGIVING.connect("northwind"));
        FORGIVING.refresh(first);
        String again = refreshToken(FORGIVING.refresh(first));

        clock.advance(Duration.ofSeconds(31));
        refused(FORGIVING.refresh(first), "used");
        refused(FORGIVING.refresh(again), "revoked");
    }

    @Test
    void whereOldTokensStayGoodOnlyTheirOwnAgeEndsThem() {
        String first = refreshToken(SLIDING.connect("northwind"));
        clock.advance(Duration.ofDays(80));
        String second = refreshToken(SLIDING.refresh(first));

        assertThat(SLIDING.refresh(first).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofDays(11));
        refused(SLIDING.refresh(first), "expired");
        assertThat(SLIDING.refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheScopeForItThereIsNoRefreshToken() {
        Response tokens = SLIDING.asking(Map.of("scope", "ads_read")).connect("northwind");

        assertThat(tokens.jsonPath().getMap("$")).doesNotContainKey("refresh_token");
    }

    @Test
    void aRefreshMayNotAskForMoreThanWasGranted() {
        String token =
                refreshToken(SLIDING.asking(Map.of("scope", "ads_read offline")).connect("northwind"));
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", token);

        SLIDING.token(with(form, "scope", "ads_read ads_write")).then().statusCode(400);
        SLIDING.token(with(form, "scope", "ads_read")).then().statusCode(200);
    }

    @Test
    void theYearOfAConsentIsNotProlongedAndCutsTheLastAccessTokenShort() {
        JsonPath first = YEARLY.connect("northwind").jsonPath();
        clock.advance(Duration.ofDays(360));
        JsonPath later = YEARLY.refresh(first.getString("refresh_token")).jsonPath();

        assertThat(later.getString("refresh_token")).isEqualTo(first.getString("refresh_token"));
        assertThat(later.getInt("refresh_token_expires_in")).isBetween(5 * 86_400 - 60, 5 * 86_400);
        assertThat(later.getInt("expires_in")).isBetween(5 * 86_400 - 60, 5 * 86_400);
        clock.advance(Duration.ofDays(5));
        refused(YEARLY.refresh(first.getString("refresh_token")), "expired");
    }

    @Test
    void aConsentWithOtherScopesEndsTheOlderOnesAndOneWithTheSameDoesNot() {
        String first = YEARLY.connect("northwind").jsonPath().getString("access_token");
        YEARLY.connect("northwind");
        assertThat(open("yearly", first)).startsWith("northwind");

        YEARLY.asking(Map.of("scope", "ads_read")).connect("northwind");
        assertThat(open("yearly", first)).isEqualTo("revoked");
    }

    @Test
    void anAccessTokenCanBeExchangedForOneThatLivesLonger() {
        String access = YEARLY.connect("northwind").jsonPath().getString("access_token");

        YEARLY.token(Map.of("grant_type", "longer", "short_token", access))
                .then()
                .statusCode(200)
                .body("expires_in", equalTo(70 * 86_400));
        clock.advance(Duration.ofDays(60));
        assertThat(YEARLY.token(Map.of("grant_type", "longer", "short_token", access))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String open(String platform, String access) {
        return given().header("Authorization", "Bearer " + access)
                .get("/" + platform + "/me")
                .asString();
    }

    private static JsonPath stats() {
        return given().get("/simulator/oauth/stats").jsonPath();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private static String refreshToken(Response answer) {
        return answer.then().statusCode(200).extract().path("refresh_token");
    }

    private static void refused(Response answer, String what) {
        answer.then().statusCode(400).body("what", equalTo(what));
    }
}
