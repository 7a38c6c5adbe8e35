package io.adskull.simulator.scenario;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.adskull.simulator.tiktok.TikTokUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScenariosServiceTest {
    private static final String SNEAKERS = "7012345678901234501";

    @Test
    void everyScenarioHasASentenceStartsAndStops() {
        List<String> names = given().get("/simulator/scenarios").jsonPath().getList("name");
        assertThat(names)
                .contains(
                        "no-automated-rules",
                        "scope-missing",
                        "access-removed",
                        "token-revoked",
                        "rate-limited",
                        "account-suspended",
                        "token-expired",
                        "outage",
                        "maintenance",
                        "query-too-large",
                        "slack-rate-limited",
                        "mail-deferred");
        for (String name : names) {
            JsonPath started = given().post("/simulator/scenarios/" + name)
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            assertThat(started.getString("id")).isEqualTo(name);
            assertThat(started.getList("faults")).isNotEmpty();
            assertThat(started.getString("what")).endsWith(".");
            given().delete("/simulator/scenarios/" + name).then().statusCode(200);
        }
        given().get("/simulator/faults").then().body("$", hasSize(0));
    }

    @Test
    void aScenarioHitsTheAccountThatTheOrderNames() {
        String token = TikTokUser.tokenOf("northwind");
        given().contentType("application/json")
                .body(Map.of("account", SNEAKERS))
                .post("/simulator/scenarios/no-automated-rules")
                .then()
                .statusCode(201);

        JsonPath first = rules(token);
        JsonPath second = rules(token);

        assertThat(first.getString("message")).isEqualTo("No permission to operate advertiser: " + SNEAKERS);
        assertThat(first.getString("request_id")).matches("20[0-9]{12}[0-9A-F]{20}");
        assertThat(second.getString("request_id")).isNotEqualTo(first.getString("request_id"));
        given().delete("/simulator/scenarios/no-automated-rules")
                .then()
                .statusCode(200)
                .body("removed", equalTo(1));
        assertThat(rules(token).getInt("code")).isZero();
    }

    @Test
    void aWrongNameOrOrderIsRefusedWithWhatToDo() {
        given().post("/simulator/scenarios/rainy-day")
                .then()
                .statusCode(404)
                .body("problems[0]", containsString("outage"));
        given().delete("/simulator/scenarios/outage").then().statusCode(404);
        given().body("{\"acount\":\"1\"}")
                .post("/simulator/scenarios/outage")
                .then()
                .statusCode(400)
                .body("problems[0]", containsString("account"));
    }

    private static JsonPath rules(String token) {
        return TikTokUser.get(token, "/optimizer/rule/list/", Map.of("advertiser_id", SNEAKERS))
                .jsonPath();
    }
}
