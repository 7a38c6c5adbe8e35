package io.adskull.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// As `./adskull up` starts it.
@QuarkusTest
@TestProfile(NobodySignsInServiceTest.Local.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class NobodySignsInServiceTest {

    public static class Local implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("adskull.anonymous-tenant", "demo");
        }
    }

    @Test
    void everybodyActsForTheConfiguredTenantAndNobodyIsSentToASignIn() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("Local, nobody signs in"))
                .body(not(containsString("Sign out")));
        given().get("/api/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("demo"))
                .body("mayChange", equalTo(true));
        given().redirects().follow(false).get("/sign-in").then().statusCode(303);
        given().redirects()
                .follow(false)
                .post("/sign-out")
                .then()
                .statusCode(303)
                .header("Location", containsString("/signed-out"));
    }

    @Test
    void aTokenStillCountsForItsOwnTenant() {
        given().auth()
                .oauth2(RealIdentity.token("vera", "acme", "viewer"))
                .get("/api/me")
                .then()
                .body("tenant", equalTo("acme"));
    }
}
