package io.adskull.simulator.oauth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OauthFaultsServiceTest {
    private static final OauthUser ROTATING = OauthUser.of("rotating");

    @AfterEach
    void mend() {
        given().delete("/simulator/faults").then().statusCode(200);
    }

    @Test
    void anEndpointThatIsDownDoesNothing() {
        String token = refreshToken(ROTATING.connect("northwind"));
        given().post("/simulator/scenarios/rotating-token-endpoint-down").then().statusCode(201);

        Response answer = ROTATING.refresh(token);
        given().delete("/simulator/scenarios/rotating-token-endpoint-down")
                .then()
                .statusCode(200);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(ROTATING.refresh(token).statusCode()).isEqualTo(200);
    }

    @Test
    void aLostAnswerHasUsedTheTokenUp() {
        String token = refreshToken(ROTATING.connect("northwind"));
        given().post("/simulator/scenarios/rotating-answer-lost").then().statusCode(201);

        assertThatThrownBy(() -> ROTATING.refresh(token)).isInstanceOf(IOException.class);
        ROTATING.refresh(token).then().statusCode(400).body("what", equalTo("used"));
    }

    @Test
    void anAnswerThatWasReplacedHasUsedTheTokenUpToo() {
        String token = refreshToken(ROTATING.connect("northwind"));
        order(Map.of("platform", "rotating", "path", "/token", "after", true, "status", 502, "times", 1));

        assertThat(ROTATING.refresh(token).statusCode()).isEqualTo(502);
        ROTATING.refresh(token).then().statusCode(400).body("what", equalTo("used"));
    }

    @Test
    void aLateAnswerIsThePlatformsOwn() {
        String token = refreshToken(ROTATING.connect("northwind"));
        order(Map.of("platform", "rotating", "path", "/token", "after", true, "delayMillis", 300, "times", 1));

        Response late = ROTATING.refresh(token);

        assertThat(late.time()).isGreaterThanOrEqualTo(300);
        assertThat(refreshToken(late)).isNotEqualTo(token);
    }

    @Test
    void aFaultOfOneAccountLeavesOthersAlone() {
        String hit = refreshToken(ROTATING.connect("solo-1"));
        String spared = refreshToken(ROTATING.connect("solo-2"));
        order(Map.of("platform", "rotating", "path", "/token", "account", "solo-1", "status", 500));

        assertThat(ROTATING.refresh(hit).statusCode()).isEqualTo(500);
        assertThat(ROTATING.refresh(spared).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedConsentIsDeadWithEverythingThatDescendsFromItAndANewOneLives() {
        JsonPath first = ROTATING.connect("northwind").jsonPath();
        JsonPath second = ROTATING.refresh(first.getString("refresh_token")).jsonPath();
        String other = ROTATING.connect("solo-3").jsonPath().getString("access_token");

        control("revoke", Map.of("platform", "rotating", "account", "12"))
                .then()
                .statusCode(204);

        assertThat(open(first.getString("access_token"))).isEqualTo("revoked");
        assertThat(open(second.getString("access_token"))).isEqualTo("revoked");
        ROTATING.refresh(second.getString("refresh_token"))
                .then()
                .statusCode(400)
                .body("what", equalTo("revoked"));
        assertThat(open(other)).startsWith("solo-3");
        assertThat(open(ROTATING.connect("northwind").jsonPath().getString("access_token")))
                .startsWith("northwind");
    }

    @Test
    void reducedScopesAreGoneFromOldAndNewTokensUntilTheNextConsent() {
        JsonPath tokens = ROTATING.connect("northwind").jsonPath();

        control("scopes", Map.of("platform", "rotating", "identity", "1", "scopes", List.of("ads_read")))
                .then()
                .statusCode(204);

        assertThat(open(tokens.getString("access_token"))).isEqualTo("northwind ads_read");
        JsonPath refreshed = ROTATING.refresh(tokens.getString("refresh_token")).jsonPath();
        assertThat(refreshed.getString("scope")).isEqualTo("ads_read");
        assertThat(ROTATING.connect("northwind").jsonPath().getString("scope")).isEqualTo("ads_read ads_write offline");
    }

    @Test
    void theAppRevokesOneTokenWhereThePlatformDoesNotEndTheConsent() {
        JsonPath tokens = ROTATING.connect("northwind").jsonPath();
        String access = tokens.getString("access_token");

        given().formParam("token", access).post("/rotating/revoke").then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("test-app", "test-secret")
                .formParam("token", access)
                .post("/rotating/revoke")
                .then()
                .statusCode(200);

        assertThat(open(access)).isEqualTo("revoked");
        assertThat(ROTATING.refresh(tokens.getString("refresh_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyCodeAndTokenEverIssuedIsListedAndNoneIsInTheRequestLog() {
        String code = ROTATING.codeOf("northwind");
        JsonPath tokens = ROTATING.exchange(code).jsonPath();

        Response issued = given().get("/simulator/tokens?platform=rotating");
        assertThat(issued.header("X-Forgotten")).isEqualTo("0");
        assertThat(issued.asString().lines())
                .contains(code, tokens.getString("access_token"), tokens.getString("refresh_token"));
        assertThat(given().get("/simulator/requests?platform=rotating").asString())
                .contains("/rotating/token")
                .doesNotContain(code)
                .doesNotContain(tokens.getString("refresh_token"));
    }

    @Test
    void aWrongControlOrderSaysWhatToDo() {
        control("revoke", Map.of("platform", "myspace", "login", "x"))
                .then()
                .statusCode(400)
                .body("problems[0]", containsString("google"));
        control("revoke", Map.of("platform", "google"))
                .then()
                .statusCode(400)
                .body("problems[0]", containsString("login"));
        control("scopes", Map.of("platform", "google", "login", "contoso"))
                .then()
                .statusCode(400)
                .body("problems[0]", containsString("scopes"));
    }

    private static Response control(String what, Map<String, ?> order) {
        return given().contentType("application/json").body(order).post("/simulator/grants/" + what);
    }

    private static void order(Map<String, ?> fault) {
        given().contentType("application/json")
                .body(fault)
                .post("/simulator/faults")
                .then()
                .statusCode(201);
    }

    private static String open(String access) {
        return given().header("Authorization", "Bearer " + access)
                .get("/rotating/me")
                .asString();
    }

    private static String refreshToken(Response answer) {
        return answer.then().statusCode(200).extract().path("refresh_token");
    }
}
