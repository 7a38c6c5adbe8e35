package io.adskull.dashboard.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is answered to whoever has no session.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class SignedOutServiceTest {

    @Test
    void programsScriptsAndFormsAreToldThatNobodyIsSignedInInsteadOfBeingSentAway() {
        for (String path : List.of("/api/accounts", "/api/me", "/live")) {
            notFollowing().get(path).then().statusCode(401).contentType("application/problem+json");
        }
        notFollowing().header("HX-Request", "true").get("/").then().statusCode(401);
        notFollowing().header("Sec-Fetch-Dest", "iframe").get("/preview").then().statusCode(401);
        notFollowing()
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .post("/alerts/mutes")
                .then()
                .statusCode(401)
                .body(containsString("nothing was changed"));
        notFollowing()
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("code_challenge="))
                .header("Location", containsString("nonce="));
    }

    @Test
    void aTokenThatIsNoneIsRefusedAlsoOnPages() {
        for (String token : List.of(
                RealIdentity.tokenFor("another-system", "ann", "acme", "admin"),
                RealIdentity.endedToken("ann", "acme", "admin"),
                RealIdentity.strangersToken("ann", "acme", "admin"),
                RealIdentity.forgedToken("ann", "acme", "admin"))) {
            notFollowing().auth().oauth2(token).get("/api/me").then().statusCode(401);
        }
        notFollowing()
                .auth()
                .oauth2("not-a-token")
                .get("/api/accounts")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        notFollowing()
                .auth()
                .oauth2("not-a-token")
                .get("/")
                .then()
                .statusCode(401)
                .body(containsString("Sign in"));
    }

    @Test
    void aFailedSignInSaysWhatToDoAndRepeatsNoStrangersWords() {
        notFollowing()
                .get("/sign-in/failed?error=access_denied")
                .then()
                .statusCode(401)
                .body(containsString("was cancelled"));
        notFollowing()
                .get("/sign-in/failed?error=Call+0800+scam&error_description=Call+0800+scam")
                .then()
                .statusCode(401)
                .body(org.hamcrest.Matchers.not(containsString("0800")));
    }

    @Test
    void aBrowserThatKeepsNoCookiesIsToldSoInsteadOfGoingRoundAndRound() {
        notFollowing()
                .get("/sign-in?code=abc&state=def")
                .then()
                .statusCode(401)
                .body(containsString("did not keep the cookie"));
    }

    @Test
    void aSignInThatSomebodyElseBeganIsRefusedWithAPage() {
        notFollowing()
                .cookie("q_auth_def", "another")
                .get("/sign-in?code=abc&state=def")
                .then()
                .statusCode(401)
                .body(containsString("The sign-in did not work"));
    }

    @Test
    void whoAsksIsToldWhoTheyAre() {
        given().auth()
                .oauth2(RealIdentity.token("vera", "acme", "viewer"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("vera"))
                .body("tenant", equalTo("acme"))
                .body("mayChange", equalTo(false));
    }

    private static RequestSpecification notFollowing() {
        return given().redirects().follow(false);
    }
}
