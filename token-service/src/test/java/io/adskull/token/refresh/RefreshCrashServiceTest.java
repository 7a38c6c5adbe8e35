package io.adskull.token.refresh;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.http.Fault;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.platform.GrantEnd;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a replica leaves behind that dies in the middle of a refresh, as the next one finds it.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class RefreshCrashServiceTest {
    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final RefreshDueTokens refresher;
    private final RefreshClaims claims;
    private final RefreshJournal journal;
    private final Replica replica;
    private final EntityManager entities;

    @Inject
    RefreshCrashServiceTest(
            TestClock clock,
            RefreshDueTokens refresher,
            RefreshClaims claims,
            RefreshJournal journal,
            Replica replica,
            EntityManager entities) {
        this.clock = clock;
        this.refresher = refresher;
        this.claims = claims;
        this.journal = journal;
        this.replica = replica;
        this.entities = entities;
    }

    @Test
    void anAnswerInTheJournalIsStoredByTheNextProcessWithoutAskingThePlatformAgain() throws IOException {
        tikTok.profile("k1", "kill-1", "Killed after the answer", "k1-a", "k1-r", 3_600);
        String connection = ann.connects("tiktok-account", "k1");
        leftBehindBy(replica.id(), connection, "now() + interval '1 hour'");
        var renewed = new IssuedTokens(
                new Tokens(new Secret("k1-b"), Optional.of(new Secret("k1-r1"))),
                Optional.of(Duration.ofHours(1)),
                new GrantEnd.AsBefore(Optional.empty()));
        Object end = endOf(connection);

        journal.write(new RefreshJournal.Entry(
                Optional.empty(),
                Platform.TIKTOK,
                "tiktok-account",
                ConnectionId.parse(connection),
                1,
                clock.instant(),
                renewed));
        refresher.refreshDue();

        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("k1-b"));
        await().untilAsserted(() -> assertThat(Events.changes(connection)).containsExactly("Reconnected", "Refreshed"));
        assertThat(endOf(connection))
                .as("the year that the consent began")
                .isNotNull()
                .isEqualTo(end);
        assertThat(tikTok.refreshesWith("k1-r")).isZero();
        assertThat(journal.entries())
                .noneMatch(entry -> entry.connection().toString().equals(connection));
    }

    @Test
    void anAnswerThatCameTooLateDoesNotReplaceNewerTokens() throws IOException {
        tikTok.profile("k2", "kill-2", "Late", "k2-a", "k2-r", 3_600);
        String connection = ann.connects("tiktok-account", "k2");
        var older = new IssuedTokens(new Tokens(new Secret("old"), Optional.empty()), Optional.empty());

        journal.write(new RefreshJournal.Entry(
                Optional.empty(),
                Platform.TIKTOK,
                "tiktok-account",
                ConnectionId.parse(connection),
                0,
                clock.instant(),
                older));
        refresher.refreshDue();

        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("k2-a"));
        assertThat(journal.entries())
                .noneMatch(entry -> entry.connection().toString().equals(connection));
    }

    @Test
    void aReplicaThatComesBackShowsItsOwnLostAttemptAgainAtOnce() {
        tikTok.profile("k3", "kill-3", "Killed before the answer", "k3-a", "k3-r", 3_600);
        tikTok.renews("k3-r", "k3-b", "k3-r1", 3_600);
        String connection = ann.connects("tiktok-account", "k3");
        leftBehindBy(replica.id(), connection, "now() + interval '1 minute'");
        refresher.refreshDue();
        assertThat(tikTok.refreshesWith("k3-r")).isZero();

        claims.endThoseOfAnEarlierProcess();
        refresher.refreshDue();

        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("k3-b")));
        assertThat(tikTok.refreshesWith("k3-r")).isEqualTo(1);
    }

    @Test
    void whatAnotherReplicaLeftBehindIsLeftToItForAWhile() {
        tikTok.profile("k4", "kill-4", "Another's", "k4-a", "k4-r", 3_600);
        tikTok.renews("k4-r", "k4-b", "k4-r1", 3_600);
        String connection = ann.connects("tiktok-account", "k4");
        leftBehindBy("another", connection, "now() - interval '4 minutes'");
        for (int turn = 0; turn < 12; turn++) {
            refresher.refreshDue();
        }
        assertThat(tikTok.refreshesWith("k4-r")).isZero();

        leftBehindBy("another", connection, "now() - interval '6 minutes'");
        refresher.refreshDue();

        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("k4-b")));
    }

    @Test
    void aLostAnswerIsToldAsSuchAndTheAccessTokenIsGoodUntilItsEnd() {
        tikTok.profile("k5", "kill-5", "Lost", "k5-a", "k5-r", 3_600);
        tikTok.answersRefresh("k5-r", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        String connection = ann.connects("tiktok-account", "k5");

        clock.wind(Duration.ofMinutes(46));
        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("RefreshFailed"));
        tikTok.refusesRefresh("k5-r", 40107, "Refresh token is invalid or expired.");
        clock.wind(Duration.ofSeconds(30));

        await().untilAsserted(() -> assertThat(Events.changes(connection)).endsWith("ReconnectRequired"));
        assertThat(Events.on(Topic.CREDENTIALS, connection).stream()
                        .map(record -> EventJson.read(Objects.requireNonNull(record.value()), CredentialChange.class)))
                .last()
                .isInstanceOfSatisfying(CredentialChange.ReconnectRequired.class, change -> assertThat(change.reason())
                        .contains("was lost on its way to us")
                        .contains("40107"));
        ann.accessToken(connection).then().statusCode(200).body("accessToken", equalTo("k5-a"));
        clock.wind(Duration.ofMinutes(13));
        ann.accessToken(connection).then().statusCode(409);
    }

    @Test
    void anAnswerWithoutANewRefreshTokenKeepsTheOldOne() {
        tikTok.profile("k6", "kill-6", "Keeps", "k6-a", "k6-r", 3_600);
        tikTok.answersRefresh("k6-r", aResponse().withBody("""
                {"code":0,"message":"OK","data":{"access_token":"k6-b","expires_in":3600}}"""));
        String connection = ann.connects("tiktok-account", "k6");

        clock.wind(Duration.ofMinutes(46));
        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("k6-b")));
        tikTok.renews("k6-r", "k6-c", "k6-r1", 3_600);
        clock.wind(Duration.ofMinutes(46));

        await().untilAsserted(() -> ann.accessToken(connection).then().body("accessToken", equalTo("k6-c")));
    }

    /// The claim of a replica, committed, with nothing after it.
    private Object endOf(String connection) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select grant_ends_at from connection where id = cast(:id as uuid)")
                .setParameter("id", connection)
                .getSingleResult());
    }

    private void leftBehindBy(String owner, String connection, String leasedUntil) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update connection set leased_by = :owner, leased_until = "
                                + leasedUntil + ", refresh_at = now() where id = cast(:id as uuid)")
                        .setParameter("owner", owner)
                        .setParameter("id", connection)
                        .executeUpdate());
    }
}
