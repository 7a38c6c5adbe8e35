package io.adskull.simulator.google;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.simulator.MovableClock;
import io.adskull.simulator.oauth.OauthUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GoogleServiceTest {
    private static final OauthUser GOOGLE = new OauthUser(
            "google",
            "/google/o/oauth2/v2/auth",
            "/google/token",
            Map.of(
                    "access_type", "offline",
                    "prompt", "consent",
                    "scope", "openid email https://www.googleapis.com/auth/adwords"));
    private static final String MANAGER = "9012345670";
    private static final String CLIENT = "9012345671";

    @Inject
    MovableClock clock;

    @Test
    void anExchangeGivesAnAccessTokenOfAnHourAndARefreshTokenThatARefreshDoesNotRepeat() {
        JsonPath first =
                GOOGLE.connect("contoso").then().statusCode(200).extract().jsonPath();
        JsonPath second = GOOGLE.refresh(first.getString("refresh_token"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getMap("$"))
                .containsOnlyKeys("access_token", "expires_in", "refresh_token", "scope", "token_type");
        assertThat(first.getInt("expires_in")).isEqualTo(3600);
        assertThat(first.getString("access_token")).startsWith("ya29.");
        assertThat(second.getMap("$")).containsOnlyKeys("access_token", "expires_in", "scope", "token_type");
        assertThat(GOOGLE.refresh(first.getString("refresh_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyOfflineAccessAndTheFirstOrAForcedConsentGiveARefreshToken() {
        OauthUser online = GOOGLE.asking(Map.of("access_type", "online"));
        OauthUser unforced = GOOGLE.asking(Map.of("prompt", "none"));

        assertThat(online.connect("solo-11").jsonPath().getString("refresh_token"))
                .isNull();
        assertThat(unforced.connect("solo-12").jsonPath().getString("refresh_token"))
                .isNotNull();
        assertThat(unforced.connect("solo-12").jsonPath().getString("refresh_token"))
                .isNull();
        assertThat(GOOGLE.connect("solo-12").jsonPath().getString("refresh_token"))
                .isNotNull();
    }

    @Test
    void aTokenOfATestingAppSaysItsSevenDaysAndEndsWithThem() {
        JsonPath tokens = GOOGLE.connect("lumen").jsonPath();
        assertThat(tokens.getInt("refresh_token_expires_in")).isBetween(604_700, 604_800);

        clock.advance(Duration.ofDays(6));
        JsonPath later = GOOGLE.refresh(tokens.getString("refresh_token")).jsonPath();
        assertThat(later.getInt("refresh_token_expires_in")).isBetween(86_300, 86_400);

        clock.advance(Duration.ofDays(1));
        GOOGLE.refresh(tokens.getString("refresh_token"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body("error_description", equalTo("Token has been expired or revoked."));
    }

    @Test
    void everyRefusalHasGooglesWords() {
        String code = GOOGLE.codeOf("contoso");
        String refresh = GOOGLE.exchange(code).jsonPath().getString("refresh_token");

        refused(GOOGLE.exchange(code), 400, "invalid_grant", "Code was already redeemed.");
        refused(GOOGLE.exchange("4/nonsense"), 400, "invalid_grant", "Malformed auth code.");
        refused(GOOGLE.refresh("1//nonsense"), 400, "invalid_grant", "Bad Request");
        refused(
                GOOGLE.token(Map.of("client_id", "other", "grant_type", "refresh_token", "refresh_token", refresh)),
                401,
                "invalid_client",
                "The OAuth client was not found.");
        refused(
                GOOGLE.token(Map.of("client_secret", "wrong", "grant_type", "refresh_token", "refresh_token", refresh)),
                401,
                "invalid_client",
                "Unauthorized");
    }

    @Test
    void aRevokedTokenTakesTheWholeConsentWithIt() {
        JsonPath tokens = GOOGLE.connect("contoso").jsonPath();
        Map<String, String> form = Map.of("token", tokens.getString("access_token"));

        given().formParams(form).post("/google/revoke").then().statusCode(200);

        refused(given().formParams(form).post("/google/revoke"), 400, "invalid_token", "Token expired or revoked");
        refused(
                GOOGLE.refresh(tokens.getString("refresh_token")),
                400,
                "invalid_grant",
                "Token has been expired or revoked.");
        assertThat(userInfo(tokens.getString("access_token")).statusCode()).isEqualTo(401);
    }

    @Test
    void thePersonHasTheSameIdInEveryConsent() {
        String first = GOOGLE.connect("northwind").jsonPath().getString("access_token");
        String second = GOOGLE.connect("northwind").jsonPath().getString("access_token");

        userInfo(first)
                .then()
                .body("sub", equalTo("108112358132134558901"))
                .body("email", equalTo("nora@northwind.example"));
        assertThat(userInfo(second).jsonPath().getString("sub")).isEqualTo("108112358132134558901");
    }

    @Test
    void theCustomersOfAPersonAreThoseOnTopAndTheManagerNamesItsClients() {
        String access = GOOGLE.connect("northwind").jsonPath().getString("access_token");

        List<String> customers = accessible(access).jsonPath().getList("resourceNames");
        JsonPath clients = search(access, MANAGER, "", "SELECT customer_client.id FROM customer_client")
                .jsonPath();

        assertThat(customers).containsExactly("customers/9012345670", "customers/9012345674");
        assertThat(clients.getList("results.customerClient.id"))
                .containsExactly(MANAGER, CLIENT, "9012345672", "9012345673");
        assertThat(clients.getList("results.customerClient.level")).containsExactly("0", "1", "1", "1");
        String enabled = "SELECT customer_client.id FROM customer_client WHERE customer_client.status = 'ENABLED'";
        assertThat(search(access, MANAGER, MANAGER, enabled).jsonPath().getList("results.customerClient.id"))
                .containsExactly(MANAGER, CLIENT, "9012345672");
    }

    @Test
    void aPersonWithoutAdAccountsIsNoAdsUserAndOneWhoTickedNoneGetsAnEmptyList() {
        String nobody = GOOGLE.connect("nobody").jsonPath().getString("access_token");
        Map<String, String> nothing = Map.of("login", "contoso", "decision", "authorize", "account", "");
        String unticked = GOOGLE.exchange(GOOGLE.consent(nothing).getOrDefault("code", ""))
                .jsonPath()
                .getString("access_token");

        accessible(nobody)
                .then()
                .statusCode(401)
                .body("error.details[0].errors[0].errorCode.authenticationError", equalTo("NOT_ADS_USER"));
        accessible(unticked).then().statusCode(200).body("resourceNames.size()", equalTo(0));
    }

    @Test
    void aClientIsReachedOnlyThroughItsManager() {
        String access = GOOGLE.connect("northwind").jsonPath().getString("access_token");
        String query = "SELECT customer.id, customer.descriptive_name FROM customer";

        search(access, CLIENT, MANAGER, query)
                .then()
                .statusCode(200)
                .body("results[0].customer.descriptiveName", equalTo("Northwind Sneakers"));
        search(access, CLIENT, "", query)
                .then()
                .statusCode(403)
                .body("error.details[0].errors[0].errorCode.authorizationError", equalTo("USER_PERMISSION_DENIED"));
    }

    @Test
    void theScenarioOfARevokedTokenHitsRefreshesAndCallsOfItsAccountUntilItIsDeleted() {
        JsonPath tokens = GOOGLE.connect("contoso").jsonPath();
        String access = tokens.getString("access_token");
        String other = GOOGLE.connect("lumen").jsonPath().getString("access_token");
        given().post("/simulator/scenarios/google-token-revoked").then().statusCode(201);

        refused(
                GOOGLE.refresh(tokens.getString("refresh_token")),
                400,
                "invalid_grant",
                "Token has been expired or revoked.");
        assertThat(accessible(access).statusCode()).isEqualTo(401);
        assertThat(search(access, "9012345680", "", "SELECT campaign.id FROM campaign")
                        .statusCode())
                .isEqualTo(401);
        assertThat(accessible(other).statusCode()).isEqualTo(200);

        given().delete("/simulator/scenarios/google-token-revoked").then().statusCode(200);
        assertThat(accessible(access).statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingDeveloperTokenOrScopeIsToldApart() {
        String narrow = GOOGLE.asking(Map.of("scope", "openid"))
                .connect("contoso")
                .jsonPath()
                .getString("access_token");
        String full = GOOGLE.connect("contoso").jsonPath().getString("access_token");

        search(narrow, "9012345680", "", "SELECT customer.id FROM customer")
                .then()
                .statusCode(403)
                .body("error.details[0].reason", equalTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT"));
        given().header("Authorization", "Bearer " + full)
                .get("/google/v22/customers:listAccessibleCustomers")
                .then()
                .statusCode(400)
                .body(
                        "error.details[0].errors[0].errorCode.requestError",
                        equalTo("DEVELOPER_TOKEN_PARAMETER_MISSING"));
    }

    private static Response search(String access, String customer, String through, String query) {
        var request = given().header("Authorization", "Bearer " + access).header("developer-token", "test-developer");
        if (!through.isEmpty()) {
            request.header("login-customer-id", through);
        }
        return request.contentType("application/json")
                .body(Map.of("query", query))
                .post("/google/v22/customers/" + customer + "/googleAds:search");
    }

    private static Response accessible(String access) {
        return given().header("Authorization", "Bearer " + access)
                .header("developer-token", "test-developer")
                .get("/google/v22/customers:listAccessibleCustomers");
    }

    private static Response userInfo(String access) {
        return given().header("Authorization", "Bearer " + access).get("/google/v3/userinfo");
    }

    private static void refused(Response answer, int status, String error, String description) {
        answer.then().statusCode(status).body("error", equalTo(error)).body("error_description", equalTo(description));
    }
}
