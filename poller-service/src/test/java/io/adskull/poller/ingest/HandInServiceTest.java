package io.adskull.poller.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.adskull.contract.Topic;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.Heard;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Handing in answers over HTTP, to real Kafka and with real tokens.
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
class HandInServiceTest {
    private static final String PROBLEM = "application/problem+json";

    private final TestTopics topics = TestTopics.current();
    private final String account = "tiktok/7" + (System.nanoTime() % 1_000_000_000_000L);
    private final String service = RealIdentity.token("campaign-editor", "any", "service");

    @TestHTTPResource("/api/responses")
    URI address;

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
                .body(AnswerJson.of(account)
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

        Received record = published().getFirst();
        assertThat(record.key()).isEqualTo(account);
        assertThat(record.value()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>(record.headers());
        assertThat(headers.remove("traceparent")).startsWith("00-" + trace + "-");
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "edit-4711"),
                        Map.entry("ce_type", ApiResponse.EVENT_TYPE),
                        Map.entry("ce_source", "/handed-in/campaign-editor"),
                        Map.entry("ce_subject", account),
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
        List<String> ids = handIn(service, AnswerJson.of(account).text())
                .statusCode(202)
                .extract()
                .path("ids");

        assertThat(published())
                .extracting(record -> record.headers().get("ce_id"))
                .isEqualTo(ids);
        given().get("/q/metrics").then().body(containsString("adskull_poll_handed_in_total{platform=\"tiktok\"}"));
    }

    @Test
    void aRepeatIsTheSameEvent() {
        AnswerJson answer = AnswerJson.of(account)
                .with("id", "once")
                .with("at", Instant.now().toString());
        handIn(service, answer.text()).statusCode(202);
        handIn(service, answer.text()).statusCode(202);

        assertThat(published())
                .extracting(record -> record.headers().get("ce_id")
                        + record.headers().get("ce_time")
                        + record.headers().get("ce_path"))
                .hasSize(2)
                .containsOnly("once" + answer.fields().get("at") + "/open_api/v1.3/campaign/update/");
    }

    @Test
    void aPersonHandsInForTheTenantOfItsToken() {
        for (String role : List.of("operator", "admin")) {
            handIn(
                            RealIdentity.token("ann", "northwind", role),
                            AnswerJson.of(account).without("tenant").text())
                    .statusCode(202);
        }

        assertThat(published()).hasSize(2).allSatisfy(record -> assertThat(record.headers())
                .containsEntry("ce_tenant", "northwind")
                .containsEntry("ce_source", "/handed-in"));
    }

    @Test
    void aPersonOfAnotherTenantIsTurnedAway() {
        handIn(
                        RealIdentity.token("ann", "northwind", "admin"),
                        AnswerJson.of(account).text())
                .statusCode(403)
                .contentType(PROBLEM)
                .body("detail", containsString("another tenant"));

        assertThat(published()).isEmpty();
    }

    @Test
    void whoMayOnlyLookHandsInNothing() {
        handIn(
                        RealIdentity.token("vic", "demo", "viewer"),
                        AnswerJson.of(account).text())
                .statusCode(403)
                .contentType(PROBLEM);

        assertThat(published()).isEmpty();
    }

    @Test
    void withoutAValidTokenNothingIsHandedIn() {
        String answer = AnswerJson.of(account).text();
        given().contentType("application/json")
                .body(answer)
                .post("/api/responses")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", "Bearer");
        handIn("no.token.atall", answer).statusCode(401);
        handIn(RealIdentity.tokenFor("elsewhere", "svc", "demo", "service"), answer)
                .statusCode(401);
        handIn(RealIdentity.endedToken("svc", "demo", "service"), answer).statusCode(401);
        handIn(RealIdentity.forgedToken("svc", "demo", "service"), answer).statusCode(401);

        assertThat(published()).isEmpty();
    }

    @Test
    void aBadFieldIsNamedWithWhatToDo() {
        handIn(
                        service,
                        AnswerJson.of(account)
                                .with("path", "/v1?access_token=s3cret")
                                .text())
                .statusCode(400)
                .contentType(PROBLEM)
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("path"))
                .body("errors[0].detail", containsString("without query"));

        assertThat(published()).isEmpty();
    }

    @Test
    void aBatchIsPublishedInItsOrder() {
        List<String> ids = handIn(
                        service,
                        AnswerJson.batch(
                                AnswerJson.of(account).with("attempt", 1),
                                AnswerJson.of(account).with("attempt", 2),
                                AnswerJson.of(account).with("attempt", 3)))
                .statusCode(202)
                .extract()
                .path("ids");

        assertThat(published())
                .extracting(record -> record.headers().get("ce_attempt"))
                .containsExactly("1", "2", "3");
        assertThat(published())
                .extracting(record -> record.headers().get("ce_id"))
                .isEqualTo(ids);
    }

    @Test
    void ofABatchWithOneBadAnswerNoneIsPublished() {
        handIn(
                        service,
                        AnswerJson.batch(
                                AnswerJson.of(account),
                                AnswerJson.of(account).with("httpStatus", 7),
                                AnswerJson.of(account)))
                .statusCode(400)
                .body("errors[0].index", equalTo(1))
                .body("errors[0].field", equalTo("httpStatus"))
                .body("detail", containsString("answer 1: httpStatus"));

        assertThat(published()).isEmpty();
    }

    @Test
    void aHugeBodyIsCutAndFlagged() {
        byte[] huge = new byte[2 << 20];
        huge[ApiResponse.MAX_BODY_BYTES - 1] = 'e';
        handIn(
                        service,
                        AnswerJson.of(account)
                                .without("body")
                                .with("bodyBase64", Base64.getEncoder().encodeToString(huge))
                                .text())
                .statusCode(202);

        Received record = published().getFirst();
        assertThat(record.headers()).containsEntry("ce_truncated", "true");
        assertThat(record.value()).hasSize(ApiResponse.MAX_BODY_BYTES).endsWith((byte) 'e');
    }

    @Test
    void aRequestThatIsTooLongIsRefusedInWordsWhetherItSaysItsLengthOrNot() throws Exception {
        byte[] tooLong = new byte[ReadAnswers.MAX_REQUEST_BYTES + 1];
        byte[] farTooLong = new byte[8 << 20];

        assertTooLong(send(BodyPublishers.ofByteArray(tooLong)));
        assertTooLong(send(BodyPublishers.ofByteArray(farTooLong)));
        assertTooLong(send(BodyPublishers.ofInputStream(streamed(tooLong))));
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
                .contentType(PROBLEM);
        handIn(service, "{\"account\":").statusCode(400).contentType(PROBLEM).body("detail", containsString("line 1"));
    }

    @Test
    void hostileTextStaysTextAndSmugglesNothingIn() {
        String body = "<script>alert(1)</script>\u0000\r\nce_tenant: other\n${jndi:ldap://x}%n%s";
        handIn(
                        service,
                        AnswerJson.of(account)
                                .with("tenant", "<b>'; drop--")
                                .with("body", body)
                                .text())
                .statusCode(202);
        handIn(
                        service,
                        AnswerJson.of(account)
                                .with("tenant", "demo\r\nce_tenant: other")
                                .text())
                .statusCode(400);
        handIn(service, AnswerJson.of(account).with("<script>", 1).text())
                .statusCode(400)
                .contentType(PROBLEM);

        assertThat(published()).hasSize(1);
        assertThat(published().getFirst().text()).isEqualTo(body);
        assertThat(published().getFirst().headers()).containsEntry("ce_tenant", "<b>'; drop--");
    }

    @Test
    void nothingThatIsHandedInIsLogged() {
        try (Heard heard = Heard.everything()) {
            AnswerJson answer = AnswerJson.of(account).with("body", "s3cret-body");
            handIn(
                            service,
                            answer.with("headers", Map.of("Authorization", "s3cret-header"))
                                    .text())
                    .statusCode(202);
            handIn(service, answer.with("path", "/v1?token=s3cret-query").text())
                    .statusCode(400);
            handIn(service, "{\"body\":\"s3cret-broken\"").statusCode(400);

            assertThat(heard.lines()).allSatisfy(line -> assertThat(line).doesNotContain("s3cret"));
        }
        assertThat(published()).singleElement().satisfies(record -> assertThat(
                        record.headers().values())
                .allSatisfy(value -> assertThat(value).doesNotContain("s3cret")));
    }

    @Test
    void requestsBeyondTheBoundAreAskedToComeAgain() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < Room.BYTES / ReadAnswers.MAX_REQUEST_BYTES; i++) {
                slow.add(halfARequest());
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> handIn(service, AnswerJson.of(account).text())
                            .statusCode(503)
                            .contentType(PROBLEM)
                            .header("Retry-After", "1"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> handIn(service, AnswerJson.of(account).text()).statusCode(202));
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

    private ValidatableResponse handIn(String token, String request) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(request.getBytes(StandardCharsets.UTF_8))
                .post("/api/responses")
                .then();
    }

    private List<Received> published() {
        return topics.read(Topic.API_RESPONSES).stream()
                .filter(record -> record.key().equals(account))
                .toList();
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + service)
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Supplier<InputStream> streamed(byte[] body) {
        return () -> new ByteArrayInputStream(body);
    }

    private static void assertTooLong(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("4194304 bytes at most");
    }

    /// A request whose end does not come.
    private Socket halfARequest() throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        String head = "POST /api/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + ReadAnswers.MAX_REQUEST_BYTES + "\r\nAuthorization: Bearer " + service
                + "\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
