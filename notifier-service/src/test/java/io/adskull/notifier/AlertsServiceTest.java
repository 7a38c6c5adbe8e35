package io.adskull.notifier;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class AlertsServiceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final AtomicLong ACCOUNTS = new AtomicLong(7_099_000_000_000_000_000L);

    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    @Inject
    UserTransaction transaction;

    /// Each test has an account of its own, by whose number its messages are told from others.
    private String account;
    private String name;
    private ConnectionId connection;

    @BeforeEach
    void newAccount() {
        connection = new ConnectionId(UUID.randomUUID());
        account = Long.toString(ACCOUNTS.incrementAndGet());
        name = "Shop " + account;
    }

    @Test
    void anOpenedIncidentIsOneSlackMessageAndOneMailHoweverOftenItIsHeard() {
        Remediation opened = opened(permission());

        publish(opened);
        publish(opened);
        publish(opened);
        awaitSilenceAfter();

        assertThat(slack.attempts(name)).hasSize(1);
        assertThat(mail.about(name)).hasSize(1);
        assertThat(slack.taken(name).getFirst().path()).isEqualTo("/advertisers-secret");
        patiently().until(() -> outcomes().size() == 2);
        assertThat(outcomes())
                .extracting(outcome -> outcome.message().recipient())
                .containsExactlyInAnyOrder("#ads-alerts", "media-buyers@northwind.example");
    }

    @Test
    void theOutcomeSaysWhatWasSentAndGoesOnWithTheTrace() {
        publish(opened(permission()));

        patiently().until(() -> outcomes().size() == 2);
        assertThat(outcomes()).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(AlertOutcome.Delivered.class);
            assertThat(outcome.message().transition()).isEqualTo("OPENED");
            assertThat(outcome.message().subject()).startsWith("[Action needed] " + name);
        });
        assertThat(alerts()).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo("tiktok/" + account);
            assertThat(record.headers().get("traceparent")).contains(TRACE);
            assertThat(record.headers().get("ce_id")).endsWith("/delivered");
            assertThat(record.headers().get("ce_type")).isEqualTo(AlertOutcome.EVENT_TYPE);
        });

        assertThat(new String(EventJson.write(outcomes()), StandardCharsets.UTF_8))
                .doesNotContain("secret");
    }

    @Test
    void resolvedFollowsOpenedInTheSameThread() {
        Incident incident = permission().incident();

        publish(opened(incident));
        publish(resolved(incident));
        awaitSilenceAfter();

        assertThat(slack.taken(name)).hasSize(2);
        assertThat(slack.taken(name).get(0).body()).contains("[Action needed]");
        assertThat(slack.taken(name).get(1).body()).contains("[Resolved]");
        var mails = mail.about(name);
        assertThat(mails)
                .extracting(MailReceiver::subjectOf)
                .satisfiesExactly(first -> assertThat(first).startsWith("[Action needed]"), second -> assertThat(second)
                        .startsWith("[Resolved]"));
        String opened = MailReceiver.header(mails.getFirst(), "Message-ID");
        assertThat(opened).isEqualTo("<" + incident.id() + ".opened.advertisers-email@alerts.adskull.example>");
        assertThat(MailReceiver.header(mails.getLast(), "In-Reply-To")).isEqualTo(opened);
    }

    @Test
    void whatIsMendedWithinTheGraceIsNeverTold() {
        Incident incident = rateLimited().incident();

        publish(opened(incident));
        publish(resolved(incident));
        awaitSilenceAfter();
        clock.forward(Duration.ofHours(1));
        awaitSilenceAfter();

        assertThat(slack.attempts(name)).isEmpty();
        assertThat(mail.about(name)).isEmpty();
    }

    @Test
    void whatLastsLongerThanTheGraceIsToldAndSoIsItsEnd() {
        Incident incident = rateLimited().incident();

        publish(opened(incident));
        awaitSilenceAfter();
        assertThat(slack.attempts(name)).isEmpty();
        clock.forward(Duration.ofMinutes(11));
        patiently().until(() -> slack.taken(name).size() == 1);
        publish(resolved(incident));

        patiently().until(() -> slack.taken(name).size() == 2);
        assertThat(slack.taken(name).getFirst().body()).contains("[Still being fixed]");
        patiently().until(() -> mail.about(name).size() == 2);
    }

    @Test
    void whenMendingFailsThePersonHearsAtOnceAndInTheNewestWords() {
        Incidents story = rateLimited();
        publish(opened(story.incident()));
        awaitSilenceAfter();

        Incident forPeople = story.withActor(Actor.ACCOUNT_USER)
                .withExplanation("AdSkull could not mend it.")
                .incident();
        publish(new Remediation.Updated(forPeople, Instant.now(), "Mending failed."));

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(slack.taken(name).getFirst().body()).contains("AdSkull could not mend it.");
    }

    @Test
    void developersWorkGoesToTheOperators() {
        publish(opened(Incidents.invalidRequest()
                .withAccount(account)
                .withAccountName(name)
                .withConnection(connection)));

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(slack.taken(name).getFirst().path()).isEqualTo("/operators-secret");
        patiently().until(() -> mail.about(name).size() == 1);
        assertThat(MailReceiver.header(mail.about(name).getFirst(), "To")).contains("operators@adskull.example");
    }

    @Test
    void aSlackThatIsBusyIsLeftAloneAndThenGetsItOnce() {
        slack.answerNext(1, 429, Map.of("Retry-After", "1"));

        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 1);
        awaitSilenceAfter();
        assertThat(slack.attempts(name)).extracting(Posted::answered).containsExactly(429, 200);
    }

    @Test
    void aSlackThatFailsGetsItOnceItWorks() {
        slack.answerNext(3, 500, Map.of());

        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 1);
        awaitSilenceAfter();
        assertThat(slack.attempts(name)).extracting(Posted::answered).containsExactly(500, 500, 500, 200);
        patiently().until(() -> outcomes().size() == 2);
        assertThat(outcomes())
                .filteredOn(outcome -> outcome.message().channel().equals("slack"))
                .extracting(outcome -> ((AlertOutcome.Delivered) outcome).attempts())
                .containsExactly(4);
    }

    @Test
    void aMailServerThatWasAwayGetsItOnceItIsBack() {
        mail.stop();
        try {
            publish(opened(permission()));
            patiently().until(() -> attempts("advertisers/email") >= 2);
        } finally {
            mail.startAgain();
        }

        patiently().until(() -> mail.about(name).size() == 1);
        awaitSilenceAfter();
        assertThat(mail.about(name)).hasSize(1);
        assertThat(slack.attempts(name)).hasSize(1);
    }

    @Test
    void aWebhookThatIsGoneIsGivenUpAndSaidSoAndNotBotheredWithTheEnd() {
        slack.answerNext(1, 404, Map.of());
        Incident incident = permission().incident();

        publish(opened(incident));
        patiently().until(() -> outcomes().size() == 2);
        publish(resolved(incident));
        patiently().until(() -> mail.about(name).size() == 2);
        awaitSilenceAfter();

        assertThat(outcomes())
                .filteredOn(AlertOutcome.GaveUp.class::isInstance)
                .singleElement()
                .satisfies(outcome ->
                        assertThat(((AlertOutcome.GaveUp) outcome).reason()).isEqualTo("Slack answered 404 \"error\""));
        assertThat(slack.attempts(name)).hasSize(1);
    }

    @Test
    void whatADeadProcessWasSendingIsSentAgainByWhoeverLives() throws Exception {
        Incident incident = permission().incident();
        publish(opened(incident));
        patiently().until(() -> mail.about(name).size() == 1 && outcomes().size() == 2);

        inTransaction(() -> entities.createNativeQuery("""
                        update delivery set state = 'SENDING', finished_at = null, lease_owner = 'a-dead-process',
                               lease_until = :until
                         where account = :account and channel = 'email' and transition = 'OPENED'
                        """)
                .setParameter("until", clock.instant().plusSeconds(60))
                .setParameter("account", "tiktok/" + account)
                .executeUpdate());
        clock.forward(Duration.ofSeconds(61));

        patiently().until(() -> mail.about(name).size() == 2);
        assertThat(mail.about(name))
                .extracting(copy -> MailReceiver.header(copy, "Message-ID"))
                .as("receivers drop the copy by its id")
                .containsOnly("<" + incident.id() + ".opened.advertisers-email@alerts.adskull.example>");
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndTheRestGoesOn() {
        byte[] garbage = "\u0000\u0001 not json".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = headers(opened(permission()));
        topics().publish(Topic.REMEDIATIONS, account, headers, garbage);
        topics().publish(Topic.REMEDIATIONS, account, Map.of(), EventJson.write(opened(permission())));
        topics().publish(Topic.REMEDIATIONS, account, headers, null);
        topics().publish(
                        Topic.REMEDIATIONS,
                        account,
                        headers,
                        "{\"transition\":\"OPENED\"}".getBytes(StandardCharsets.UTF_8));
        publish(opened(permission().withTenant("a\u0000b")));

        publish(opened(permission().openedBy("another")));

        patiently().until(() -> slack.taken(name).size() == 1);
        patiently().until(() -> deadLetters().size() == 5);
        assertThat(deadLetters().getFirst().value()).isEqualTo(garbage);
        assertThat(deadLetters())
                .extracting(record -> record.headers().get(DeadLetter.REASON))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("value is not a Remediation"),
                        reason -> assertThat(reason).isEqualTo("header ce_id is missing"),
                        reason -> assertThat(reason).isEqualTo("value is missing"),
                        reason -> assertThat(reason).contains("lacks"),
                        reason -> assertThat(reason).isEqualTo("PostgreSQL cannot store it"));
    }

    @Test
    void whoeverKnowsNoSigningSecretDoesNotListenToSlack() {
        given().contentType("application/x-www-form-urlencoded")
                .formParam("payload", "{}")
                .post("/slack/actions")
                .then()
                .statusCode(404);
    }

    @Test
    void itIsHealthyAndTellsItsDelay() {
        publish(opened(permission()));
        patiently().until(() -> slack.taken(name).size() == 1);

        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(200);
        patiently()
                .until(
                        () -> get("/q/metrics").asString(),
                        metrics -> metrics.contains("adskull_alert_delay_seconds_bucket")
                                && metrics.contains("adskull_alert_deliveries_total"));
    }

    private Incidents permission() {
        return Incidents.automatedRulesPermissionMissing()
                .withAccount(account)
                .withAccountName(name)
                .withConnection(connection)
                .withOpenedAt(clock.instant());
    }

    private Incidents rateLimited() {
        return Incidents.rateLimited()
                .withAccount(account)
                .withAccountName(name)
                .withConnection(connection)
                .withOpenedAt(clock.instant());
    }

    private static Remediation opened(Incidents story) {
        return opened(story.incident());
    }

    private static Remediation opened(Incident incident) {
        return new Remediation.Opened(incident, incident.openedAt());
    }

    private Remediation resolved(Incident incident) {
        return new Remediation.Resolved(incident, clock.instant(), "The same call works again.");
    }

    private void publish(Remediation remediation) {
        topics().publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        headers(remediation),
                        EventJson.write(remediation));
    }

    private static Map<String, String> headers(Remediation remediation) {
        Map<String, String> headers =
                new LinkedHashMap<>(remediation.envelope("/classifier-service").headers());
        headers.put("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        return headers;
    }

    /// Whatever was published before about this account is treated when a marker, heard and sent after it, has
    /// arrived.
    private void awaitSilenceAfter() {
        String marker = "marker " + UUID.randomUUID();
        publish(opened(Incidents.revokedToken()
                .withAccount(account)
                .withAccountName("marker")
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .withTitle(marker)
                .openedBy(marker)
                .withOpenedAt(clock.instant())));
        patiently()
                .until(() -> slack.taken("[Action needed] " + marker).size() == 1
                        && mail.about(marker).size() == 1);
    }

    private static List<Received> alerts(String account) {
        return topics().read(Topic.ALERTS).stream()
                .filter(record -> record.key().equals("tiktok/" + account))
                .toList();
    }

    private List<Received> alerts() {
        return alerts(account);
    }

    /// Without those of markers.
    private List<AlertOutcome> outcomes() {
        return alerts().stream()
                .map(record -> EventJson.read(record.value(), AlertOutcome.class))
                .filter(outcome -> !outcome.message().subject().contains("marker"))
                .toList();
    }

    private List<Received> deadLetters() {
        return topics().read(Topic.REMEDIATIONS.deadLetters()).stream()
                .filter(record -> record.key().contains(account))
                .toList();
    }

    private static TestTopics topics() {
        return TestTopics.current();
    }

    private int attempts(String destination) throws Exception {
        return inTransaction(
                () -> ((Number) entities.createNativeQuery("select coalesce(max(attempts), 0) from delivery"
                                        + " where account = :account and destination = :destination")
                                .setParameter("account", "tiktok/" + account)
                                .setParameter("destination", destination)
                                .getSingleResult())
                        .intValue());
    }

    private <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            return work.call();
        } finally {
            transaction.commit();
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
