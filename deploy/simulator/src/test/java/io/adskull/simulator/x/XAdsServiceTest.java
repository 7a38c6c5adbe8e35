package io.adskull.simulator.x;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.oauth.OAuth10aService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class XAdsServiceTest {
    private static final Pattern VERIFIER = Pattern.compile("oauth_verifier=([^&]+)");

    @Test
    void theSecretsOfTheRequestTokenAndOfTheTokenAreListedWithTheToken() throws Exception {
        try (OAuth10aService app = new ServiceBuilder("test-app")
                .apiSecret("test-secret")
                .callback("http://localhost/callback/x?state=s1")
                .build(new SimulatedX(base()))) {
            var requested = app.getRequestToken();
            String verifier = verifierOf("northwind", requested.getToken());
            var access = app.getAccessToken(requested, verifier);

            Response issued = given().get("/simulator/tokens?platform=x");
            assertThat(issued.header("X-Forgotten")).isEqualTo("0");
            assertThat(issued.asString().lines())
                    .contains(requested.getTokenSecret(), verifier, access.getToken(), access.getTokenSecret());
        }
    }

    private static String verifierOf(String login, String requestToken) {
        Response back = given().redirects()
                .follow(false)
                .queryParam("oauth_token", requestToken)
                .formParam("login", login)
                .formParam("decision", "authorize")
                .post("/x/oauth/authorize");
        Matcher verifier = VERIFIER.matcher(back.header("Location"));
        assertThat(verifier.find()).isTrue();
        return verifier.group(1);
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port + "/x/oauth";
    }

    private static final class SimulatedX extends DefaultApi10a {
        private final String base;

        SimulatedX(String base) {
            this.base = base;
        }

        @Override
        public String getRequestTokenEndpoint() {
            return base + "/request_token";
        }

        @Override
        public String getAccessTokenEndpoint() {
            return base + "/access_token";
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return base + "/authorize";
        }
    }
}
