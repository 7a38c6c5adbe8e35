package io.adskull.simulator.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlackApiServiceTest {

    @BeforeEach
    void empty() {
        given().delete("/inbox/messages").then().statusCode(204);
    }

    @Test
    void aChangedMessageStandsWhereItStoodAndSaysWhatIsSo() {
        String ts = call("chat.postMessage", "{\"channel\":\"#alerts\",\"text\":\"It broke\"}")
                .body("ok", equalTo(true), "channel", equalTo("alerts"))
                .extract()
                .path("ts");
        call("chat.postMessage", "{\"channel\":\"#alerts\",\"text\":\"Something else\"}");

        call("chat.update", "{\"channel\":\"alerts\",\"ts\":\"" + ts + "\",\"text\":\"It works again\"}")
                .body("ok", equalTo(true), "ts", equalTo(ts));

        JsonPath messages = given().get("/inbox/messages").jsonPath();
        assertThat(messages.getList("text")).containsExactly("It works again", "Something else");
        given().queryParam("slack", "alerts")
                .get("/inbox")
                .then()
                .body(containsString("It works again"), not(containsString("It broke")));
    }

    @Test
    void whatSlackWouldRefuseIsRefusedInItsWords() {
        call("chat.postMessage", "{\"channel\":\"alerts\",\"blocks\":[{\"type\":\"banner\"}]}")
                .body("ok", equalTo(false), "error", equalTo("invalid_blocks"));
        call("chat.postMessage", "{\"text\":\"x\"}").body("error", equalTo("channel_not_found"));
        call("chat.update", "{\"channel\":\"alerts\",\"ts\":\"1.2\",\"text\":\"x\"}")
                .body("error", equalTo("message_not_found"));
        given().contentType("application/json")
                .body("{\"channel\":\"alerts\",\"text\":\"x\"}")
                .post("/inbox/slack/api/chat.postMessage")
                .then()
                .statusCode(200)
                .body("error", equalTo("not_authed"));

        given().get("/inbox/messages").then().body("$", hasSize(0));
    }

    private static ValidatableResponse call(String method, String body) {
        return given().header("Authorization", "Bearer xoxb-any")
                .contentType("application/json")
                .body(body)
                .post("/inbox/slack/api/" + method)
                .then()
                .statusCode(200);
    }
}
