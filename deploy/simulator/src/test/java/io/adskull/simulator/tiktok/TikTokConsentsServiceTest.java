package io.adskull.simulator.tiktok;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TikTokConsentsServiceTest {
    @Test
    void aConsentTakenBackAtTheControlIsDeadForBothTokenSystems() {
        String token = TikTokUser.tokenOf("northwind");
        JsonPath account = TikTokUser.accountTokens();

        control("revoke", Map.of("platform", "tiktok", "login", "northwind"));
        control("revoke", Map.of("platform", "tiktok", "identity", "_000LumenStudioOpenId8"));

        assertThat(TikTokUser.code(token, "/user/info/", Map.of())).isEqualTo(40105);
        assertThat(TikTokUser.refresh(account.getString("data.refresh_token")).getInt("code"))
                .isEqualTo(40107);
        assertThat(TikTokUser.code(TikTokUser.tokenOf("northwind"), "/user/info/", Map.of()))
                .isZero();
    }

    @Test
    void aScopeTakenBackIsMissingFromTheLivingToken() {
        String token = TikTokUser.tokenOf("fleet-2");
        Map<String, String> account = Map.of("advertiser_id", "7100000000000000001");
        assertThat(TikTokUser.code(token, "/campaign/get/", account)).isZero();

        control("scopes", Map.of("platform", "tiktok", "login", "fleet-2", "scopes", List.of("4")));

        assertThat(TikTokUser.code(token, "/campaign/get/", account)).isEqualTo(40001);
        assertThat(TikTokUser.code(TikTokUser.tokenOf("fleet-2"), "/campaign/get/", account))
                .isZero();
    }

    @Test
    void itsTokensAreListedForALeakTest() {
        String token = TikTokUser.tokenOf("northwind");

        assertThat(given().get("/simulator/tokens?platform=tiktok").asString().lines())
                .contains(token);
    }

    private static void control(String what, Map<String, ?> order) {
        given().contentType("application/json")
                .body(order)
                .post("/simulator/grants/" + what)
                .then()
                .statusCode(204);
    }
}
