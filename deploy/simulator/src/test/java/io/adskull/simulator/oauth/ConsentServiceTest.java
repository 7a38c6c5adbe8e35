package io.adskull.simulator.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.simulator.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConsentServiceTest {
    private static final OauthUser SLIDING = OauthUser.of("sliding");
    private static final OauthUser ROTATING = OauthUser.of("rotating");
    private static final Map<String, String> YES = Map.of("login", "northwind", "decision", "authorize");

    @Inject
    MovableClock clock;

    @Test
    void theFormShowsPeopleAccountsAndScopesAndKeepsTheAskedParameters() {
        String page = given().queryParams(Map.of(
                        "client_id", "test-app",
                        "redirect_uri", SLIDING.callback(),
                        "scope", "ads_read offline",
                        "state", "\"><script>"))
                .get("/sliding/authorize")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .contains("Simulated Sliding", "Northwind Agency", "Northwind Outdoor", "Read ads")
                .contains("action=\"/sliding/authorize?")
                .doesNotContain("Change ads", "Stay", "<script>");
    }

    @Test
    void cancelSendsThePlatformsOwnWordsBack() {
        Map<String, String> back = SLIDING.consent(Map.of("login", "northwind", "decision", "cancel"));

        assertThat(back)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("error", "access_denied", "error_reason", "user_denied", "state", "s-1"));
    }

    @Test
    void onlyWhatIsTickedIsGranted() {
        Map<String, List<String>> form = Map.of(
                "login", List.of("northwind"),
                "decision", List.of("authorize"),
                "ticked", List.of("true"),
                "account", List.of("12"),
                "scope", List.of("ads_read"));
        JsonPath tokens =
                SLIDING.exchange(SLIDING.consent(form).getOrDefault("code", "")).jsonPath();

        assertThat(tokens.getString("scope")).isEqualTo("ads_read offline");
        order("sliding", "12");
        assertThat(call(tokens)).isEqualTo("broken");
        given().delete("/simulator/faults");
        order("sliding", "11");
        assertThat(call(tokens)).startsWith("northwind");
        given().delete("/simulator/faults");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/callback/sliding",
                "http://localhost:8081/callback/sliding/",
                "http://localhost:8081/callback/sliding?next=x",
                "http://localhost:8081/callback/google",
                "http://localhost@evil.example/callback/sliding",
                "http://localhost:8081/callback/sliding#x",
                "javascript:alert(1)"
            })
    void nobodyIsSentToAnAddressThatIsNotRegistered(String redirectUri) {
        SLIDING.asking(Map.of("redirect_uri", redirectUri)).decided(YES).then().statusCode(400);
    }

    @Test
    void anUnknownScopeOrChallengeMethodOrPersonIsRefusedOnThePage() {
        SLIDING.asking(Map.of("scope", "everything")).decided(YES).then().statusCode(400);
        SLIDING.asking(Map.of("code_challenge", "abc", "code_challenge_method", "plain"))
                .decided(YES)
                .then()
                .statusCode(400);
        SLIDING.decided(Map.of("login", "stranger", "decision", "authorize"))
                .then()
                .statusCode(400);
    }

    @Test
    void aCodeWorksOnceForItsOwnAddressAndNotForLong() {
        String code = SLIDING.codeOf("northwind");
        Map<String, String> elsewhere =
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", SLIDING.callback() + "/other");

        SLIDING.token(elsewhere).then().statusCode(400).body("what", equalTo("redirect"));
        SLIDING.exchange(code).then().statusCode(200);
        SLIDING.exchange(code).then().statusCode(400).body("what", equalTo("code"));
        String late = SLIDING.codeOf("northwind");
        clock.advance(Duration.ofMinutes(5));
        SLIDING.exchange(late).then().statusCode(400).body("what", equalTo("code"));
    }

    @Test
    void aChallengeMustBeProved() throws Exception {
        String verifier = "a-verifier-of-at-least-forty-three-characters";
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        OauthUser asking = SLIDING.asking(Map.of(
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                "code_challenge_method",
                "S256"));
        String code = asking.codeOf("northwind");

        asking.exchange(code).then().statusCode(400).body("what", equalTo("proof"));
        proved(code, "another").then().statusCode(400).body("what", equalTo("proof"));
        proved(code, verifier).then().statusCode(200);
    }

    @Test
    void aPlatformThatWantsHttpBasicDoesNotTakeASecretInTheBody() {
        Map<String, String> form = new HashMap<>(Map.of(
                "client_id", "test-app",
                "client_secret", "test-secret",
                "grant_type", "authorization_code",
                "code", ROTATING.codeOf("northwind"),
                "redirect_uri", ROTATING.callback()));

        given().formParams(form)
                .post("/rotating/token")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void noPlatformTakesAnothersToken() {
        String refresh = SLIDING.connect("northwind").jsonPath().getString("refresh_token");

        ROTATING.refresh(refresh).then().statusCode(400).body("what", equalTo("refresh"));
    }

    @Test
    void aPlatformMayAskAndGiveTokensInAnotherWay() {
        OauthUser ancient =
                new OauthUser("ancient", "/ancient/oauth/authorize", "/ancient/none", Map.of("oauth_token", "r-1"));

        assertThat(ancient.consent(Map.of("login", "northwind", "decision", "cancel")))
                .containsExactlyEntriesOf(Map.of("denied", "r-1"));
        Map<String, String> back = ancient.consent(YES);
        assertThat(back).containsOnlyKeys("oauth_token", "oauth_verifier").containsEntry("oauth_token", "r-1");
        String token = given().post("/ancient/oauth/access_token?oauth_verifier=" + back.get("oauth_verifier"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(token).startsWith("oauth_token=");
        given().post("/ancient/oauth/access_token?oauth_verifier=" + back.get("oauth_verifier"))
                .then()
                .statusCode(401);
    }

    private static Response proved(String code, String verifier) {
        return SLIDING.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                SLIDING.callback(),
                "code_verifier",
                verifier));
    }

    private static void order(String platform, String account) {
        given().contentType("application/json")
                .body(Map.of("platform", platform, "account", account, "path", "/me", "body", "broken"))
                .post("/simulator/faults")
                .then()
                .statusCode(201);
    }

    private static String call(JsonPath tokens) {
        return given().header("Authorization", "Bearer " + tokens.getString("access_token"))
                .get("/sliding/me")
                .asString();
    }
}
