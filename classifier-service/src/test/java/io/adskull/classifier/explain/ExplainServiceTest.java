package io.adskull.classifier.explain;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ExplainServiceTest {
    private static final String LIMITED =
            "{\"code\":40100,\"message\":\"Too many requests. Please retry in some time.\",\"request_id\":\"R1\"}";

    @Test
    void aBareBodyIsExplainedAsThePlatformItLooksLike() {
        given().contentType("application/json")
                .body(LIMITED)
                .post("/v1/explain")
                .then()
                .statusCode(200)
                .body("platform", equalTo("tiktok"))
                .body("platformGuessed", is(true))
                .body("cause", equalTo("RATE_LIMITED"))
                .body("actor", equalTo("AUTOMATIC"))
                .body("steps", not(empty()))
                .body("evidence", not(empty()))
                .body("logId", equalTo("R1"));
    }

    @Test
    void aDescribedAnswerIsReadAsThePlatformItNames() {
        given().contentType("application/json")
                .body(
                        "{\"id\":\"a\",\"platform\":\"tiktok\",\"endpoint\":\"/open_api/v1.3/pixel/list/\",\"http_status\":200,"
                                + "\"body\":{\"code\":40001,\"message\":\"No permission to operate pixel code\"}}")
                .post("/v1/explain")
                .then()
                .statusCode(200)
                .body("id", equalTo("a"))
                .body("platformGuessed", is(false))
                .body("cause", equalTo("RESOURCE_PERMISSION_MISSING"))
                .body("resource", equalTo("PIXELS"));
    }

    @Test
    void whatNobodyRecognisesIsUnknownAndNothingIsARequestToExplain() {
        given().contentType("text/plain")
                .body("hm")
                .post("/v1/explain")
                .then()
                .statusCode(200)
                .body("cause", equalTo("UNKNOWN"))
                .body("check", notNullValue());
        given().contentType("application/json")
                .post("/v1/explain")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("http_status"));
    }

    @Test
    void aDisputedCodeSaysThatItAloneDoesNotDecide() {
        given().get("/v1/catalogue/tiktok/40002")
                .then()
                .statusCode(200)
                .body("decides", is(false))
                .body("otherwise.cause", hasItem("SCOPE_MISSING"))
                .body("otherwise.cause", hasItem("RESOURCE_PERMISSION_MISSING"));
    }

    @Test
    void aCodeOrPlatformNobodyKnowsIsAProblemThatSaysWhatToDo() {
        given().get("/v1/catalogue/tiktok/123")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("/v1/explain"));
        given().get("/v1/catalogue/nowhere/1").then().statusCode(404).body("detail", containsString("linkedin"));
    }

    @Test
    void theInterfaceIsDocumented() {
        given().queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", notNullValue())
                .body("components.schemas.CatalogueEntry", notNullValue())
                .body("components.schemas.Explanation", notNullValue());
    }
}
