package io.adskull.token.account;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.Topic;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics.Received;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class DisconnectServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final RepeatKnownAccounts repeat;
    private final TestClock clock;

    @Inject
    DisconnectServiceTest(RepeatKnownAccounts repeat, TestClock clock) {
        this.repeat = repeat;
        this.clock = clock;
    }

    @Test
    void disconnectingRevokesForgetsAndSaysThatTheAccountsAreGone() {
        tikTok.revokes();
        tikTok.agency("g1", "gone-token", "Gone Agency", 7_700_000_000_000_000_001L, "Gone");
        String connection = ann.connects("advertiser", "g1");

        ann.disconnects(connection).then().statusCode(204);

        assertThat(tikTok.revocationsOf("gone-token")).isEqualTo(1);
        assertThat(ann.connections()).isEmpty();
        ann.accessToken(connection).then().statusCode(404);
        await().untilAsserted(() -> {
            assertThat(newest("tiktok/7700000000000000001").value()).isNull();
            assertThat(Events.changes(connection)).containsExactly("Reconnected", "Disconnected");
        });
        ann.disconnects(connection).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aPlatformThatDoesNotRevokeDoesNotKeepTheSecretsAlive() {
        tikTok.agency("g2", "kept-token", "Stubborn Agency", 7_700_000_000_000_000_101L, "Stubborn");
        String connection = ann.connects("advertiser", "g2");

        ann.disconnects(connection).then().statusCode(204);

        ann.accessToken(connection).then().statusCode(404);
    }

    @Test
    void anotherTenantsConnectionDoesNotExist() {
        tikTok.agency("g3", "private-token", "Private Agency", 7_700_000_000_000_000_201L, "Private");
        String connection = ann.connects("advertiser", "g3");
        Person stranger = Person.of("stranger");

        stranger.disconnects(connection).then().statusCode(404);

        assertThat(stranger.connections()).isEmpty();
        assertThat(ann.connections()).hasSize(1);
    }

    @Test
    void aRefreshThatComesBackAfterTheDisconnectIsGivenBack() {
        tikTok.revokes();
        tikTok.profile("g7", "open-late", "Late", "late-a", "late-r0", 120);
        tikTok.answersRefresh(
                "late-r0", okJson(FakeTikTok.renewed("late-b", "late-r1", 120)).withFixedDelay(2_000));
        String connection = ann.connects("tiktok-account", "g7");
        clock.wind(Duration.ofSeconds(110));
        await().untilAsserted(() -> assertThat(tikTok.refreshesWith("late-r0")).isEqualTo(1));

        ann.disconnects(connection).then().statusCode(204);

        await().untilAsserted(() -> assertThat(tikTok.revocationsOf("late-b")).isEqualTo(1));
        assertThat(tikTok.revocationsOf("late-a")).isEqualTo(1);
        assertThat(ann.connections()).isEmpty();
        assertThat(Events.changes(connection)).doesNotContain("Refreshed");
    }

    @Test
    void anAccountThatAnotherConnectionReachesIsHandedOverNotDropped() {
        tikTok.revokes();
        tikTok.agency("g4", "first-token", "First Agency", 7_700_000_000_000_000_301L, "Shared");
        tikTok.agency("g5", "second-token", "Second Agency", 7_700_000_000_000_000_301L, "Shared");
        ann.connects("advertiser", "g4");
        String second = ann.connects("advertiser", "g5");

        ann.disconnects(second).then().statusCode(204);

        await().untilAsserted(() -> assertThat(Events.on(Topic.ACCOUNTS, "tiktok/7700000000000000301"))
                .hasSize(3)
                .last()
                .satisfies(record -> assertThat(record.text()).contains("First Agency")));
    }

    @Test
    void whatIsKnownIsSaidAgainAtStartWithTheSameIds() {
        tikTok.agency("g6", "known-token", "Known Agency", 7_700_000_000_000_000_401L, "Known");
        ann.connects("advertiser", "g6");
        await().untilAsserted(() -> assertThat(Events.on(Topic.ACCOUNTS, "tiktok/7700000000000000401"))
                .hasSize(1));

        repeat.repeat();

        await().untilAsserted(() -> {
            List<Received> said = Events.on(Topic.ACCOUNTS, "tiktok/7700000000000000401");
            assertThat(said).hasSize(2);
            assertThat(said.get(1).headers().get("ce_id"))
                    .isEqualTo(said.get(0).headers().get("ce_id"));
            assertThat(said.get(1).text()).isEqualTo(said.get(0).text());
        });
    }

    private static Received newest(String key) {
        List<Received> records = Events.on(Topic.ACCOUNTS, key);
        assertThat(records).isNotEmpty();
        return records.getLast();
    }
}
