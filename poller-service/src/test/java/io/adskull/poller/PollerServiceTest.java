package io.adskull.poller;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.adskull.poller.OutsideWorld.callsFor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.github.tomakehurst.wiremock.http.Fault;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The service with real Kafka. The interval is so long that nothing but a new account or a wish makes a call.
@QuarkusTest
@TestProfile(PollerServiceTest.Slowly.class)
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(OutsideWorld.class)
class PollerServiceTest {
    private static final int PROBES = 13;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    OwnedAccounts owned;

    private final TestTopics topics = TestTopics.current();
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private final String id = "7" + (System.nanoTime() % 1_000_000_000_000L);

    public static class Slowly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "adskull.poll.interval", "PT6H",
                    "adskull.poll.denied-interval", "PT6H",
                    "adskull.poll.first-backoff", "PT0.2S",
                    "adskull.poll.longest-backoff", "PT0.5S",
                    "adskull.poll.tiktok.qps", "500",
                    "quarkus.log.category.\"io.adskull\".level", "DEBUG");
        }
    }

    @BeforeEach
    void partitionsAreOurs() {
        await().atMost(PATIENCE).until(() -> owned.share() == 1.0);
    }

    @Test
    void everyAnswerArrivesVerbatimWithItsContext() {
        String body =
                "{\"code\":40001,\"message\":\"No permission to operate advertiser\",\"request_id\":\"\u00fc\"}  \n";
        OutsideWorld.answers("/optimizer/rule/list/", id, okJson(body).withHeader("X-Tt-Logid", "202611221000"));
        connect();

        List<Received> answers = answers(PROBES);

        assertThat(answers).extracting(Received::key).containsOnly("tiktok/" + id);
        assertThat(answers.stream().map(answer -> answer.headers().get("ce_id")))
                .doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.headers().get("ce_resource"))
                .contains("ACCOUNT");
        Received rules = answers.stream()
                .filter(answer -> "AUTOMATED_RULES".equals(answer.headers().get("ce_resource")))
                .findFirst()
                .orElseThrow();
        assertThat(rules.value()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(rules.headers())
                .containsEntry("ce_type", ApiResponse.EVENT_TYPE)
                .containsEntry("ce_subject", "tiktok/" + id)
                .containsEntry("ce_tenant", "demo")
                .containsEntry("ce_source", "/poller-service")
                .containsEntry("ce_connection", connection.toString())
                .containsEntry("ce_method", "GET")
                .containsEntry("ce_path", "/open_api/v1.3/optimizer/rule/list/")
                .containsEntry("ce_httpstatus", "200")
                .containsEntry("ce_attempt", "1")
                .containsEntry("ce_truncated", "false")
                .containsEntry("http_x-tt-logid", "202611221000")
                .doesNotContainKey("http_set-cookie")
                .containsKey("traceparent");
        assertThat(answers.stream().map(answer -> answer.headers().get("traceparent")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aHugeAnswerIsCutAndFlagged() {
        OutsideWorld.answers("/pixel/list/", id, aResponse().withBody(new byte[3 << 20]));
        connect();

        Received pixels = answer("PIXELS", 1);

        assertThat(pixels.value()).hasSize(ApiResponse.MAX_BODY_BYTES);
        assertThat(pixels.headers()).containsEntry("ce_truncated", "true");
    }

    @Test
    void aBrokenConnectionIsPublishedAndTriedAgain() {
        OutsideWorld.answers("/campaign/get/", id, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        connect();

        Received third = answer("CAMPAIGNS", 3);
        assertThat(third.headers()).containsEntry("ce_transporterror", "other").doesNotContainKey("ce_httpstatus");

        OutsideWorld.answers("/campaign/get/", id, okJson("{\"code\":0}"));
        await().atMost(PATIENCE).until(() -> read().stream()
                .filter(answer -> "CAMPAIGNS".equals(answer.headers().get("ce_resource")))
                .anyMatch(answer -> "200".equals(answer.headers().get("ce_httpstatus"))));
    }

    @Test
    void aWishGoesAheadOfTheInterval() {
        connect();
        answers(PROBES);

        wish(id, id, Resource.AUTOMATED_RULES);
        List<Received> answers = answers(PROBES + 1);
        assertThat(answers.getLast().headers()).containsEntry("ce_resource", "AUTOMATED_RULES");

        wish(id, id, null);
        answers(2 * PROBES + 1);
    }

    /// Repeated, because only what comes after the poller began to listen is heard.
    @Test
    void aCallThatWorksForAnotherServiceMakesUsLookAgain() {
        OutsideWorld.answers("/campaign/get/", id, okJson("{\"code\":40001,\"message\":\"No permission\"}"));
        connect();
        answers(PROBES);
        int before = callsFor(id).size();
        OutsideWorld.answers("/campaign/get/", id, okJson("{\"code\":0}"));

        await().atMost(PATIENCE).until(() -> {
            topics.publish(
                    Topic.API_RESPONSES, "tiktok/" + id, edited(), "{\"code\":0}".getBytes(StandardCharsets.UTF_8));
            return callsFor(id).size() > before;
        });
        assertThat(callsFor(id).getLast().getUrl()).contains("/campaign/get/");
    }

    private Map<String, String> edited() {
        return new ApiResponse(
                        new CloudEvent(
                                UUID.randomUUID().toString(),
                                ApiResponse.EVENT_TYPE,
                                "/campaign-editor",
                                "tiktok/" + id,
                                Instant.now(),
                                "demo"),
                        Optional.empty(),
                        "POST",
                        "/open_api/v1.3/campaign/update/",
                        Optional.of(Resource.CAMPAIGNS),
                        Optional.of(200),
                        Optional.empty(),
                        Map.of(),
                        false,
                        1,
                        Duration.ofMillis(20),
                        new byte[0])
                .headers();
    }

    @Test
    void aDisconnectedAccountIsCalledForNoMore() {
        String other = id + "2";
        connect();
        topics.publish(Topic.ACCOUNTS, "tiktok/" + other, Map.of(), account(other));
        answers(PROBES);
        await().atMost(PATIENCE).until(() -> callsFor(other).size() >= PROBES);
        int before = owned.count();

        topics.publish(Topic.ACCOUNTS, "tiktok/" + id, Map.of(), null);
        await().atMost(PATIENCE).until(() -> owned.count() == before - 1);
        int calls = callsFor("%22" + id + "%22").size();
        wish(id, id, null);
        wish(id, other, null);

        await().atMost(PATIENCE).until(() -> callsFor(other).size() >= 2 * PROBES);
        assertThat(callsFor("%22" + id + "%22")).hasSize(calls);
    }

    @Test
    void aDeadConnectionIsNotCalledForUntilItLivesAgain() {
        OutsideWorld.isDead(connection);
        connect();
        await().atMost(PATIENCE).until(() -> owned.count() > 0 && tokenAskedFor());
        wish(id, id, null);
        assertThat(callsFor(id)).isEmpty();

        OutsideWorld.livesAgain(connection);
        CredentialChange change =
                new CredentialChange.Reconnected(connection, Platform.TIKTOK, "demo", Instant.now(), null);
        topics.publish(Topic.CREDENTIALS, connection.toString(), Map.of(), EventJson.write(change));

        answers(PROBES);
    }

    @Test
    void aTokenServiceThatIsAwayOnlyDelays() {
        OutsideWorld.isAwayOnce(connection, 7);
        connect();

        answers(PROBES);
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndNothingStops() {
        byte[] garbage = "{\"account\":".getBytes(StandardCharsets.UTF_8);
        topics.publish(Topic.ACCOUNTS, "tiktok/" + id, Map.of("ce_id", "poison-" + id), garbage);
        topics.publish(Topic.ACCOUNTS, "nowhere/1", Map.of("ce_id", "strange-" + id), account(id));
        topics.publish(Topic.POLL_REQUESTS, "tiktok/" + id, Map.of("ce_id", "wish-" + id), garbage);
        topics.publish(Topic.CREDENTIALS, "x", Map.of("ce_id", "change-" + id), garbage);
        connect();

        answers(PROBES);
        Received poison = deadLetter(Topic.ACCOUNTS, "poison-" + id);
        assertThat(poison.value()).isEqualTo(garbage);
        assertThat(poison.key()).isEqualTo("tiktok/" + id);
        assertThat(poison.headers().get(DeadLetter.REASON)).startsWith("value is not a ConnectedAccount");
        assertThat(deadLetter(Topic.ACCOUNTS, "strange-" + id).headers())
                .containsEntry(DeadLetter.REASON, "unknown platform \"nowhere\"");
        assertThat(deadLetter(Topic.POLL_REQUESTS, "wish-" + id).value()).isEqualTo(garbage);
        assertThat(deadLetter(Topic.CREDENTIALS, "change-" + id).value()).isEqualTo(garbage);
    }

    @Test
    void noTokenLeavesTheServiceButInTheHeaderThatThePlatformAsksFor() {
        try (Heard heard = Heard.everything()) {
            OutsideWorld.answers("/ad/get/", id, aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
            connect();
            answers(PROBES);

            assertThat(callsFor(id))
                    .allSatisfy(call -> assertThat(call.getUrl()).doesNotContain("s3cret"))
                    .allSatisfy(
                            call -> assertThat(call.getHeader("Access-Token")).isEqualTo(OutsideWorld.TOKEN));
            assertThat(read()).allSatisfy(answer -> assertThat(answer.text() + answer.headers())
                    .doesNotContain("s3cret"));
            assertThat(heard.lines())
                    .anySatisfy(line -> assertThat(line).contains(id))
                    .allSatisfy(line -> assertThat(line).doesNotContain("s3cret"));
        }
    }

    @Test
    void healthAndMetricsTellHowItGoes() {
        connect();
        answers(PROBES);

        given().get("/q/health/live").then().statusCode(200).body(containsString("polling"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("adskull_poll_lateness_seconds_count{platform=\"tiktok\"}"))
                .body(containsString("adskull_poll_reachable_interval_seconds{platform=\"tiktok\"}"))
                .body(containsString(
                        "adskull_poll_probes_total{outcome=\"healthy\",platform=\"tiktok\",resource=\"ADS\"}"));
    }

    private boolean tokenAskedFor() {
        return !OutsideWorld.world()
                .find(com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(
                        com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching(
                                "/internal/access-tokens/" + connection)))
                .isEmpty();
    }

    private void connect() {
        topics.publish(Topic.ACCOUNTS, "tiktok/" + id, Map.of(), account(id));
    }

    private byte[] account(String accountId) {
        ConnectedAccount account = Accounts.advertiser(accountId, connection, Instant.now());
        CloudEvent envelope = new CloudEvent(
                UUID.randomUUID().toString(),
                ConnectedAccount.EVENT_TYPE,
                "/token-service",
                account.account().toString(),
                Instant.now(),
                "demo");
        assertThat(envelope.headers()).isNotEmpty();
        return EventJson.write(account);
    }

    /// @param partitionOf wishes for accounts of one partition are heard in order
    private void wish(String partitionOf, String accountId, @Nullable Resource resource) {
        PollRequested wish = new PollRequested(Accounts.key(accountId), "demo", resource, "test", Instant.now());
        topics.publish(Topic.POLL_REQUESTS, "tiktok/" + partitionOf, Map.of(), EventJson.write(wish));
    }

    private List<Received> answers(int count) {
        return await().atMost(PATIENCE).until(this::read, answers -> answers.size() >= count);
    }

    private Received answer(String resource, int attempt) {
        return await().atMost(PATIENCE)
                .until(
                        () -> read().stream()
                                .filter(answer ->
                                        resource.equals(answer.headers().get("ce_resource")))
                                .filter(answer -> Integer.toString(attempt)
                                        .equals(answer.headers().get("ce_attempt")))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private List<Received> read() {
        return topics.read(Topic.API_RESPONSES).stream()
                .filter(answer -> answer.key().equals("tiktok/" + id))
                .toList();
    }

    private Received deadLetter(Topic of, String ceId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> topics.read(of.deadLetters()).stream()
                                .filter(letter -> ceId.equals(letter.headers().get("ce_id")))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }
}
