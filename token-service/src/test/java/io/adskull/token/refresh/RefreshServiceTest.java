package io.adskull.token.refresh;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class RefreshServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final RefreshDueTokens refresher;

    @Inject
    RefreshServiceTest(TestClock clock, RefreshDueTokens refresher) {
        this.clock = clock;
        this.refresher = refresher;
    }

    @Test
    void aTokenIsRenewedBeforeItsEndAndTheRotatedRefreshTokenIsKept() {
        tikTok.profile("c1", "open-1", "Rotating", "r1-a", "r1-r0", 120);
        tikTok.renews("r1-r0", "r1-b", "r1-r1", 120);
        tikTok.renews("r1-r1", "r1-c", "r1-r2", 120);
        String connection = ann.connects("tiktok-account", "c1");

        clock.wind(Duration.ofSeconds(97));
        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("r1-b")));
        clock.wind(Duration.ofSeconds(97));
        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("r1-c")));

        await().untilAsserted(() ->
                assertThat(Events.changes(connection)).containsExactly("Reconnected", "Refreshed", "Refreshed"));
        assertThat(tikTok.refreshesWith("r1-r0")).isEqualTo(1);
        assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/open-1")).isEmpty();
    }

    @Test
    void howeverManyReplicasLookOneRefreshIsMade() {
        List<String> connections = IntStream.range(0, 8)
                .mapToObj(i -> {
                    tikTok.profile("m" + i, "many-" + i, "Many", "m" + i + "-a", "m" + i + "-r", 3_600);
                    tikTok.renews("m" + i + "-r", "m" + i + "-b", "m" + i + "-r1", 3_600);
                    return ann.connects("tiktok-account", "m" + i);
                })
                .toList();

        clock.wind(Duration.ofMinutes(50));
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 6).forEach(i -> replicas.execute(refresher::refreshDue));
        }

        await().untilAsserted(() -> connections.forEach(
                connection -> assertThat(Events.changes(connection)).containsExactly("Reconnected", "Refreshed")));
        IntStream.range(0, 8)
                .forEach(i -> assertThat(tikTok.refreshesWith("m" + i + "-r")).isEqualTo(1));
    }

    @Test
    void aDeadRefreshTokenIsToldAndNotTriedAgain() {
        tikTok.profile("c2", "open-2", "Dead", "d-a", "d-r", 120);
        tikTok.refusesRefresh("d-r", 40107, "Refresh token is invalid or expired.");
        String connection = ann.connects("tiktok-account", "c2");

        clock.wind(Duration.ofSeconds(100));

        await().untilAsserted(() ->
                assertThat(Events.changes(connection)).containsExactly("Reconnected", "ReconnectRequired"));
        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("d-a"));
        clock.wind(Duration.ofSeconds(20));
        ann.accessToken(connection).then().statusCode(409).contentType("application/problem+json");
        assertThat(ann.connections().getFirst()).containsEntry("state", "RECONNECT_REQUIRED");
        clock.wind(Duration.ofDays(1));
        refresher.refreshDue();
        assertThat(tikTok.refreshesWith("d-r")).isEqualTo(1);
    }

    @Test
    void aFailureThatMayHealIsTriedAgainAndHeals() {
        tikTok.profile("c3", "open-3", "Flaky", "f-a", "f-r", 3_600);
        tikTok.answersRefresh("f-r", aResponse().withStatus(504).withBody("<html>gateway</html>"));
        String connection = ann.connects("tiktok-account", "c3");

        clock.wind(Duration.ofMinutes(49));
        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("RefreshFailed"));
        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("f-a"));
        tikTok.renews("f-r", "f-b", "f-r1", 3_600);
        clock.wind(Duration.ofMinutes(1));

        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("f-b")));
    }

    @Test
    void anExpiredTokenThatAnotherServiceMeetsIsRenewedOnceAndItsAccountsAreTestedAgain() {
        tikTok.profile("c4", "open-4", "Met", "w-a", "w-r", 86_400);
        tikTok.renews("w-r", "w-b", "w-r1", 86_400);
        String connection = ann.connects("tiktok-account", "c4");
        Remediation opened = expired(connection, "open-4", clock.instant().plusSeconds(1));

        publish(opened);
        publish(opened);
        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("w-b")));
        publish(opened);

        await().untilAsserted(() -> assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/open-4"))
                .hasSize(1)
                .first()
                .satisfies(request -> {
                    assertThat(request.text()).contains("TOKEN_EXPIRED");
                    assertThat(request.headers().get("traceparent")).contains("4bf92f3577b34da6a3ce929d0e0e4736");
                }));
        assertThat(tikTok.refreshesWith("w-r")).isEqualTo(1);
        assertThat(tikTok.refreshesWith("w-r1")).isZero();
    }

    @Test
    void aFailureOlderThanTheNewestTokenOnlyTestsTheAccountAgain() {
        tikTok.profile("c5", "open-5", "Newer", "n-a", "n-r", 86_400);
        String connection = ann.connects("tiktok-account", "c5");

        publish(expired(connection, "open-5", clock.instant().minusSeconds(60)));

        await().untilAsserted(() ->
                assertThat(Events.on(Topic.POLL_REQUESTS, "tiktok/open-5")).hasSize(1));
        assertThat(tikTok.refreshesWith("n-r")).isZero();
    }

    @Test
    void anAdvertisersTokenIsLeftAloneSinceNothingRenewsIt() {
        tikTok.agency("c6", "adv-6", "Fixed Agency", 7_600_000_000_000_000_001L, "Only");
        String connection = ann.connects("advertiser", "c6");

        publish(expired(connection, "7600000000000000001", clock.instant()));
        publish(expired(connection, "7600000000000000001", clock.instant().plusSeconds(1)));
        clock.wind(Duration.ofDays(400));
        refresher.refreshDue();

        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("adv-6"));
        assertThat(Events.changes(connection)).doesNotContain("ReconnectRequired", "RefreshFailed");
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndTheNextRecordIsRead() {
        String key = "tiktok/poison-" + UUID.randomUUID();
        TestTopics topics = TestTopics.current();
        Map<String, String> headers =
                new CloudEvent("poison", Remediation.EVENT_TYPE, "/test", key, Instant.EPOCH, "demo").headers();
        topics.publish(Topic.REMEDIATIONS, key, headers, new byte[] {0, 1, 2});
        topics.publish(Topic.REMEDIATIONS, key, Map.of(), new byte[0]);
        topics.publish(Topic.REMEDIATIONS, key, headers, null);

        await().untilAsserted(() -> assertThat(Events.on(Topic.REMEDIATIONS.deadLetters(), key))
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.headers()).containsKey("dead-letter-reason"))
                .anySatisfy(letter -> assertThat(letter.value()).containsExactly(0, 1, 2)));
    }

    private static void publish(Remediation opened) {
        Map<String, String> headers =
                new HashMap<>(opened.envelope("/classifier-service").headers());
        headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        TestTopics.current()
                .publish(Topic.REMEDIATIONS, opened.incident().account().toString(), headers, EventJson.write(opened));
    }

    private Remediation expired(String connection, String accountId, Instant openedAt) {
        AccountKey account = AccountKey.parse("tiktok/" + accountId);
        return new Remediation.Opened(
                new Incident(
                        IncidentId.of(account, Cause.TOKEN_EXPIRED, Resource.ACCOUNT, openedAt.toString()),
                        ann.tenant(),
                        account,
                        "An account",
                        "A business",
                        ConnectionId.parse(connection),
                        Resource.ACCOUNT,
                        Cause.TOKEN_EXPIRED,
                        Actor.AUTOMATIC,
                        Severity.INFO,
                        Confidence.CERTAIN,
                        AutomaticAction.REFRESH_TOKEN,
                        "The token has expired",
                        "It is being renewed.",
                        List.of("Nothing to do."),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "40102",
                        "The access token has expired",
                        "/open_api/v1.3/business/get/",
                        200,
                        openedAt,
                        openedAt,
                        1,
                        null,
                        null,
                        null),
                openedAt);
    }
}
