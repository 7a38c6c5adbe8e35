package io.adskull.simulator.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.adskull.simulator.tiktok.TikTokUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LimitsServiceTest {
    @AfterEach
    void backToTheConfiguredLimits() {
        given().delete("/simulator/limits").then().statusCode(204);
    }

    @Test
    void everyPlatformThatHasLimitsTellsThem() {
        JsonPath limits = given().get("/simulator/limits").jsonPath();

        assertThat(limits.getMap("$"))
                .containsKeys("tiktok", "google", "meta", "x", "reddit", "pinterest")
                .doesNotContainKeys("smtp", "slack");
        assertThat(limits.getMap("google.'developer-day'"))
                .containsEntry("window", "PT24H")
                .doesNotContainKey("limit");
        assertThat(limits.getInt("tiktok.'app-second'.limit")).isEqualTo(100_000);
    }

    @Test
    void aDaySetToWhatIsUsedRefusesTheNextCallAndTellsSo() {
        String token = TikTokUser.tokenOf("northwind");
        JsonPath before = given().get("/simulator/limits").jsonPath();

        set(Map.of("platform", "tiktok", "kind", "app-day", "calls", before.getInt("tiktok.'app-day'.mostUsed")));

        assertThat(codeOf(token)).isEqualTo(40100);
        JsonPath after = given().get("/simulator/limits").jsonPath();
        assertThat(after.getInt("tiktok.'app-day'.refusals")).isEqualTo(before.getInt("tiktok.'app-day'.refusals") + 1);
        given().delete("/simulator/limits").then().statusCode(204);
        assertThat(codeOf(token)).isZero();
    }

    @Test
    void anOrderThatCannotBeCarriedOutNamesWhatCan() {
        order(Map.of("platform", "slack", "kind", "app-day", "calls", 1))
                .statusCode(400)
                .body(containsString("'platform' must be one of google, meta, pinterest"));
        order(Map.of("platform", "x", "kind", "app-day", "calls", 1))
                .statusCode(400)
                .body(containsString("'kind' must be one of account-window, user-window"));
        order(Map.of("platform", "x", "kind", "user-window")).statusCode(400);
    }

    private static int codeOf(String token) {
        return TikTokUser.get(token, "/user/info/", Map.of()).jsonPath().getInt("code");
    }

    private static void set(Map<String, ?> order) {
        given().contentType("application/json")
                .body(order)
                .put("/simulator/limits")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse order(Map<String, ?> order) {
        return given().contentType("application/json")
                .body(order)
                .post("/simulator/limits")
                .then();
    }
}
