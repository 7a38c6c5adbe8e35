package io.adskull.poller.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.adskull.contract.response.ApiResponse;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Handing in answers over HTTP, to real Kafka and with real tokens.
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
class HandInServiceTest {
    private final HandedIn answers = HandedIn.ofAnAccount();
    private final String service = RealIdentity.token("campaign-editor", "any", "service");

    @Test
    void anAnswerIsOnTheTopicLikeAProbesWithItsBytesAndNothingElse() {
        UUID connection = UUID.randomUUID();
        String at = Instant.now().minusSeconds(30).toString();
        String body = " {\"code\":40001,\"message\":\"Kein Zugriff f\u00fcr \ud83d\udc80\"}\r\n";
        String trace = UUID.randomUUID().toString().replace("-", "");

        given().auth()
                .oauth2(service)
                .contentType("application/json")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(answers.one()
                        .with("id", "edit-4711")
                        .with("at", at)
                        .with("connection", connection.toString())
                        .with("resource", "CAMPAIGNS")
                        .with("httpStatus", 403)
                        .with("headers", Map.of("X-Tt-Logid", "20261130", "Authorization", "Bearer s3cret"))
                        .with("attempt", 2)
                        .with("durationMillis", 345)
                        .with("body", body)
                        .text())
                .post("/api/responses")
                .then()
                .statusCode(202)
                .body("ids", equalTo(List.of("edit-4711")));

        Received record = answers.published().getFirst();
        assertThat(record.key()).isEqualTo(answers.account());
        assertThat(record.value()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>(record.headers());
        assertThat(headers.remove("traceparent")).startsWith("00-" + trace + "-");
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "edit-4711"),
                        Map.entry("ce_type", ApiResponse.EVENT_TYPE),
                        Map.entry("ce_source", "/handed-in/campaign-editor"),
                        Map.entry("ce_subject", answers.account()),
                        Map.entry("ce_time", at),
                        Map.entry("ce_tenant", "demo"),
                        Map.entry("ce_connection", connection.toString()),
                        Map.entry("ce_method", "POST"),
                        Map.entry("ce_path", "/open_api/v1.3/campaign/update/"),
                        Map.entry("ce_resource", "CAMPAIGNS"),
                        Map.entry("ce_httpstatus", "403"),
                        Map.entry("ce_truncated", "false"),
                        Map.entry("ce_attempt", "2"),
                        Map.entry("ce_durationms", "345"),
                        Map.entry("http_x-tt-logid", "20261130")));
    }

    @Test
    void anIdIsMadeWhereNoneIsGiven() {
        List<String> ids = answers.handIn(service, answers.one().text())
                .statusCode(202)
                .extract()
                .path("ids");

        assertThat(answers.published())
                .extracting(record -> record.headers().get("ce_id"))
                .isEqualTo(ids);
        given().get("/q/metrics").then().body(containsString("adskull_poll_handed_in_total{platform=\"tiktok\"}"));
    }

    @Test
    void aRepeatIsTheSameEvent() {
        AnswerJson answer =
                answers.one().with("id", "once").with("at", Instant.now().toString());
        answers.handIn(service, answer.text()).statusCode(202);
        answers.handIn(service, answer.text()).statusCode(202);

        assertThat(answers.published())
                .extracting(record -> record.headers().get("ce_id")
                        + record.headers().get("ce_time")
                        + record.headers().get("ce_path"))
                .hasSize(2)
                .containsOnly("once" + answer.fields().get("at") + "/open_api/v1.3/campaign/update/");
    }

    @Test
    void aBadFieldIsNamedWithWhatToDo() {
        answers.handIn(
                        service,
                        answers.one().with("path", "/v1?access_token=s3cret").text())
                .statusCode(400)
                .contentType(HandedIn.PROBLEM)
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("path"))
                .body("errors[0].detail", containsString("without query"));

        assertThat(answers.published()).isEmpty();
    }

    @Test
    void aBatchIsPublishedInItsOrder() {
        List<String> ids = answers.handIn(
                        service,
                        AnswerJson.batch(
                                answers.one().with("attempt", 1),
                                answers.one().with("attempt", 2),
                                answers.one().with("attempt", 3)))
                .statusCode(202)
                .extract()
                .path("ids");

        assertThat(answers.published())
                .extracting(record -> record.headers().get("ce_attempt"))
                .containsExactly("1", "2", "3");
        assertThat(answers.published())
                .extracting(record -> record.headers().get("ce_id"))
                .isEqualTo(ids);
    }

    @Test
    void ofABatchWithOneBadAnswerNoneIsPublished() {
        answers.handIn(service, AnswerJson.batch(answers.one(), answers.one().with("httpStatus", 7), answers.one()))
                .statusCode(400)
                .body("errors[0].index", equalTo(1))
                .body("errors[0].field", equalTo("httpStatus"))
                .body("detail", containsString("answer 1: httpStatus"));

        assertThat(answers.published()).isEmpty();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        given().auth()
                .oauth2(service)
                .contentType("text/plain")
                .body("hello")
                .post("/api/responses")
                .then()
                .statusCode(415)
                .contentType(HandedIn.PROBLEM);
        answers.handIn(service, "{\"account\":")
                .statusCode(400)
                .contentType(HandedIn.PROBLEM)
                .body("detail", containsString("line 1"));
    }

    @Test
    void theInterfaceIsDescribed() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/responses'.post.responses.keySet()",
                        hasItems("202", "400", "401", "403", "413", "503"))
                .body(
                        "paths.'/api/responses'.post.requestBody.content.'application/json'.schema.oneOf[1].items.$ref",
                        equalTo("#/components/schemas/AnswerToHandIn"))
                .body("components.schemas.AnswerToHandIn.required", equalTo(List.of("account", "method", "path")))
                .body("components.schemas.AnswerToHandIn.properties.resource", notNullValue());
    }
}
