package io.adskull.poller.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The service where it looks for the identity provider and there is none.
@QuarkusTest
@TestProfile(HandInWithoutIdentityServiceTest.Away.class)
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
class HandInWithoutIdentityServiceTest {

    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.auth-server-url", "http://localhost:1/adskull");
        }
    }

    @Test
    void aTokenThatCannotBeCheckedIsNeitherTakenNorCalledWrong() {
        given().auth()
                .oauth2(RealIdentity.token("campaign-editor", "any", "service"))
                .contentType("application/json")
                .body(AnswerJson.of("tiktok/7").text())
                .post("/api/responses")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("detail", containsString("identity provider"));
    }
}
