package io.adskull.simulator.fault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.adskull.simulator.tiktok.TikTokUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FaultsServiceTest {
    private static final String SNEAKERS = "7012345678901234501";
    private static final String OUTDOOR = "7012345678901234502";

    private String token = "";

    @BeforeEach
    void connect() {
        token = TikTokUser.tokenOf("northwind");
    }

    @AfterEach
    void mend() {
        given().delete("/simulator/faults").then().statusCode(200);
        given().delete("/simulator/requests").then().statusCode(204);
    }

    @Test
    void aBodyIsSentAsItCame() {
        order("{\"platform\":\"tiktok\",\"account\":\"" + SNEAKERS
                + "\",\"body\":{\"code\":40001,\"big\":1234567890123456789012,\"exact\":1.10,\"message\":\"No\"}}");

        Response answer = campaigns(SNEAKERS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.asString())
                .isEqualTo("{\"code\":40001,\"big\":1234567890123456789012,\"exact\":1.10,\"message\":\"No\"}");
        assertThat(answer.header("X-Tt-Logid")).isNotBlank();
        assertThat(campaigns(OUTDOOR).jsonPath().getInt("code")).isZero();
    }

    @Test
    void aTextIsSentWithoutItsQuotesAndItsTypeIsGuessed() {
        order("{\"platform\":\"tiktok\",\"status\":504,\"body\":\"<html>{request_id}</html>\"}");

        Response answer = campaigns(SNEAKERS);

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).isEqualTo("<html>{request_id}</html>");
    }

    @Test
    void statusAndHeadersAreThoseThatWereOrdered() {
        order("{\"platform\":\"tiktok\",\"status\":429,\"headers\":{\"Retry-After\":\"7\",\"X-Tt-Logid\":\"mine\"}}");

        Response answer = campaigns(SNEAKERS);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.headers().getValues("X-Tt-Logid")).containsExactly("mine");
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void theHeaderTellsTheRequestIdOfTheBody() {
        order("{\"platform\":\"tiktok\",\"body\":{\"code\":50000,\"request_id\":\"20260101000000ABC\"}}");

        assertThat(campaigns(SNEAKERS).header("X-Tt-Logid")).isEqualTo("20260101000000ABC");
    }

    @ParameterizedTest
    @CsvSource({"/campaign/get/", "/campaign/get", "campaign/get", "/open_api/v1.3/campaign/get/"})
    void aPathMayBeWrittenInAnyForm(String path) {
        order("{\"platform\":\"tiktok\",\"path\":\"" + path + "\",\"body\":{\"code\":1}}");

        assertThat(campaigns(SNEAKERS).jsonPath().getInt("code")).isEqualTo(1);
        assertThat(TikTokUser.code(token, "/ad/get/", Map.of("advertiser_id", SNEAKERS)))
                .isZero();
    }

    @Test
    void aFaultIsGoneAfterItsTimes() {
        order("{\"platform\":\"tiktok\",\"times\":2,\"body\":{\"code\":40100}}");

        assertThat(campaigns(SNEAKERS).jsonPath().getInt("code")).isEqualTo(40100);
        given().get("/simulator/faults")
                .then()
                .body("[0].timesLeft", equalTo(1))
                .body("[0].answered", equalTo(1));
        assertThat(campaigns(SNEAKERS).jsonPath().getInt("code")).isEqualTo(40100);
        assertThat(campaigns(SNEAKERS).jsonPath().getInt("code")).isZero();
        given().get("/simulator/faults").then().body("$", hasSize(0));
    }

    @Test
    void theNewestFaultAnswersAndDeletingItBringsTheOlderOneBack() {
        order("{\"platform\":\"tiktok\",\"body\":{\"code\":1}}");
        String newer = order("{\"platform\":\"TikTok\",\"body\":{\"code\":2}}");

        assertThat(campaigns(SNEAKERS).jsonPath().getInt("code")).isEqualTo(2);
        given().delete("/simulator/faults/" + newer).then().statusCode(204);
        assertThat(campaigns(SNEAKERS).jsonPath().getInt("code")).isEqualTo(1);
        given().delete("/simulator/faults/" + newer).then().statusCode(404).body("problems[0]", containsString(newer));
    }

    @Test
    void anAccountIsAlsoFoundInABatchAndInAnAccountToken() {
        order("{\"platform\":\"tiktok\",\"account\":\"" + OUTDOOR + "\",\"body\":{\"code\":7}}");
        String batch = "[\"" + SNEAKERS + "\",\"" + OUTDOOR + "\"]";
        assertThat(TikTokUser.code(token, "/advertiser/info/", Map.of("advertiser_ids", batch)))
                .isEqualTo(7);

        order(
                "{\"platform\":\"tiktok\",\"account\":\"_000LumenStudioOpenId8\",\"path\":\"/tt_user/oauth2/refresh_token/\","
                        + "\"body\":{\"code\":8}}");
        String refresh = TikTokUser.accountTokens().getString("data.refresh_token");
        assertThat(TikTokUser.refresh(refresh).getInt("code")).isEqualTo(8);
    }

    @Test
    void aCallThatNamesNoAccountIsHitOnlyWhenItsPathIsNamed() {
        order("{\"platform\":\"tiktok\",\"account\":\"" + SNEAKERS + "\",\"body\":{\"code\":7}}");
        assertThat(TikTokUser.code(token, "/user/info/", Map.of())).isZero();

        order("{\"platform\":\"tiktok\",\"account\":\"" + SNEAKERS
                + "\",\"path\":\"/user/info/\",\"body\":{\"code\":7}}");
        assertThat(TikTokUser.code(token, "/user/info/", Map.of())).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"platform":"tiktok","acount":"1"}                   | Unknown field 'acount'
            {"platform":"myspace"}                               | 'platform' must be one of
            {}                                                   | 'platform' must be one of
            {"platform":"tiktok","status":99}                    | 'status' must be a number from 200 to 599
            {"platform":"tiktok","times":0}                      | 'times' must be a whole number from 1
            {"platform":"tiktok","headers":{"a b":"c"}}          | not a header that HTTP can carry
            {"platform":"tiktok","headers":{"Content-Length":1}} | the server writes it
            {"platform":"tiktok","account":7}                    | 'account' must be a text
            []                                                   | one JSON object
            {"platform":                                         | not JSON
            """)
    void aWrongOrderIsRefusedWithWhatToDo(String body, String problem) {
        given().contentType("application/json")
                .body(body)
                .post("/simulator/faults")
                .then()
                .statusCode(400)
                .body("problems", hasItem(containsString(problem)))
                .body("example", containsString("platform"));
    }

    @Test
    void theLogShowsEveryCallAndNoSecret() {
        String id = order("{\"platform\":\"tiktok\",\"path\":\"/campaign/get/\",\"body\":{\"code\":40100}}");
        campaigns(SNEAKERS);
        TikTokUser.get(token, "/oauth2/advertiser/get/", Map.of("app_id", "test-app", "secret", "test-secret"));

        given().queryParam("account", SNEAKERS)
                .get("/simulator/requests")
                .then()
                .body("[-1].path", equalTo("/open_api/v1.3/campaign/get/"))
                .body("[-1].code", equalTo(40100))
                .body("[-1].status", equalTo(200))
                .body("[-1].faultId", equalTo(id))
                .body("[-1].query.advertiser_id", equalTo(SNEAKERS));
        String log = given().get("/simulator/requests").asString();
        assertThat(log).contains("advertiser/get").doesNotContain("test-secret").doesNotContain(token);
    }

    private Response campaigns(String account) {
        return TikTokUser.get(token, "/campaign/get/", Map.of("advertiser_id", account));
    }

    private static String order(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/simulator/faults")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
