package io.adskull.simulator.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SlackInboxServiceTest {
    private static final String ALERT = """
            {"text":"fallback","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"Northwind Kids lost Automated Rules"}},
              {"type":"section","text":{"type":"mrkdwn","text":"*What to do*\\n1. Open <https://business.tiktok.com|Business Center>.\\n2. Choose `701`."}},
              {"type":"section","fields":[{"type":"mrkdwn","text":"*Account*\\nNorthwind Kids"}]},
              {"type":"divider"},
              {"type":"context","elements":[{"type":"mrkdwn","text":"log id `2026ABC`"}]},
              {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Open incident"},"url":"http://localhost:8080/i/1","style":"primary"}]}
            ]}""";

    @BeforeEach
    void empty() {
        given().delete("/inbox/messages").then().statusCode(204);
    }

    @Test
    void anAlertIsReadableForProgramsAndPeople() {
        post("alerts", ALERT).then().statusCode(200).body(equalTo("ok"));

        JsonPath message =
                given().queryParam("channel", "slack").get("/inbox/messages").jsonPath();
        assertThat(message.getString("[0].channel")).isEqualTo("slack");
        assertThat(message.getString("[0].recipient")).isEqualTo("alerts");
        assertThat(message.getString("[0].subject")).isEqualTo("Northwind Kids lost Automated Rules");
        assertThat(message.getString("[0].text")).isEqualTo("""
                Northwind Kids lost Automated Rules
                What to do
                1. Open Business Center.
                2. Choose 701.
                Account
                Northwind Kids
                log id 2026ABC
                [Open incident]""");
        assertThat(message.getList("[0].links"))
                .containsExactly("https://business.tiktok.com", "http://localhost:8080/i/1");
        given().get("/inbox")
                .then()
                .statusCode(200)
                .body(
                        containsString("<h3>Northwind Kids lost Automated Rules</h3>"),
                        containsString(
                                "<strong>What to do</strong><br>1. Open <a href=\"https://business.tiktok.com\""),
                        containsString("<code>701</code>"),
                        containsString("class=\"button primary\" href=\"http://localhost:8080/i/1\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json                                                                                  | invalid_payload
            []                                                                                        | invalid_payload
            {"text":7}                                                                                | invalid_payload
            {}                                                                                        | no_text
            {"text":" "}                                                                              | no_text
            {"blocks":{}}                                                                             | invalid_blocks
            {"text":"x","blocks":[{"type":"banner"}]}                                                 | invalid_blocks
            {"blocks":[{"type":"header","text":{"type":"mrkdwn","text":"a"}}]}                        | invalid_blocks
            {"blocks":[{"type":"section","text":{"type":"mrkdwn","text":""}}]}                        | invalid_blocks
            {"blocks":[{"type":"section"}]}                                                           | invalid_blocks
            {"blocks":[{"type":"context","elements":[]}]}                                             | invalid_blocks
            {"blocks":[{"type":"actions","elements":[{"type":"button","text":{"type":"mrkdwn","text":"a"}}]}]} | invalid_blocks
            """)
    void whatSlackWouldRefuseIsRefused(String body, String error) {
        post("alerts", body).then().statusCode(400).body(equalTo(error));
        given().get("/inbox/messages").then().body("$", hasSize(0));
    }

    @Test
    void slacksLengthsAreLimits() {
        String section = "{\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}]}";
        String header = "{\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}]}";
        String dividers = "{\"text\":\"x\",\"blocks\":[%s{\"type\":\"divider\"}]}";

        post("a", section.formatted("x".repeat(3000))).then().statusCode(200);
        post("a", section.formatted("x".repeat(3001))).then().statusCode(400);
        post("a", header.formatted("x".repeat(150))).then().statusCode(200);
        post("a", header.formatted("x".repeat(151))).then().statusCode(400);
        post("a", dividers.formatted("{\"type\":\"divider\"},".repeat(49)))
                .then()
                .statusCode(200);
        post("a", dividers.formatted("{\"type\":\"divider\"},".repeat(50)))
                .then()
                .statusCode(400);
    }

    @Test
    void anOrderedFaultAnswersInsteadAndTheMessageIsNotKept() {
        given().post("/simulator/scenarios/slack-rate-limited").then().statusCode(201);
        for (int i = 0; i < 3; i++) {
            post("alerts", ALERT).then().statusCode(429).header("Retry-After", "2");
        }
        post("alerts", ALERT).then().statusCode(200);

        given().get("/inbox/messages").then().body("$", hasSize(1));
    }

    @Test
    void aFaultOfOneChannelLeavesTheOthersAlone() {
        String id = given().body("{\"platform\":\"slack\",\"account\":\"alerts\",\"status\":500,\"body\":\"no\"}")
                .post("/simulator/faults")
                .path("id");

        post("alerts", ALERT).then().statusCode(500).body(equalTo("no"));
        post("operations", ALERT).then().statusCode(200);
        given().delete("/simulator/faults/" + id).then().statusCode(204);
    }

    @Test
    void hostileTextStaysText() {
        post(
                "alerts",
                "{\"text\":\"<script>alert(1)</script> <javascript:alert(2)|click> "
                        + "<https://a.example/\\\"onmouseover=alert(3)|x> &lt;img src=x onerror=alert(4)&gt;\"}");
        post("<b>x</b>", "{\"text\":\"hello\"}").then().statusCode(200);

        given().queryParam("slack", "alerts")
                .get("/inbox")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(
                        not(containsString("<script>alert")),
                        not(containsString("href=\"javascript:")),
                        not(containsString("<img src=x")),
                        not(containsString("\"onmouseover")),
                        not(containsString("<b>x</b>")),
                        containsString("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    private static Response post(String channel, String body) {
        return given().contentType("application/json").body(body).post("/inbox/slack/{channel}", channel);
    }
}
