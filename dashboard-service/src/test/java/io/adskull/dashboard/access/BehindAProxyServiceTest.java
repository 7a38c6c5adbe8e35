package io.adskull.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// As it runs in production, where a proxy speaks https with browsers.
@QuarkusTest
@TestProfile(BehindAProxyServiceTest.Proxied.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class BehindAProxyServiceTest {

    public static class Proxied implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Test
    void byHttpsBrowsersAreHeldToItAndTheSignInLeadsBackByIt() {
        given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .get("/")
                .then()
                .statusCode(302)
                .header("Strict-Transport-Security", equalTo("max-age=31536000"))
                .header("Location", containsString("redirect_uri=https%3A%2F%2F"))
                .header("Set-Cookie", containsString("Secure"));
        given().header("X-Forwarded-Proto", "https")
                .get("/app.css")
                .then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000"))
                .header("Permissions-Policy", containsString("camera=()"));
    }

    @Test
    void byHttpNothingIsPromised() {
        given().get("/app.css").then().header("Strict-Transport-Security", nullValue());
    }
}
