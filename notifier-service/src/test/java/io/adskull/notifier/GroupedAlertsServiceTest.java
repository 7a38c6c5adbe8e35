package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// One trouble of many accounts is one message.
@QuarkusTest
@TestProfile(GroupedAlertsServiceTest.Waiting.class)
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class GroupedAlertsServiceTest {
    private static final Duration WAIT = Duration.ofMinutes(30);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());

    /// In the name of every account of this test, by which its messages are told from others.
    private final String shop = "Shop " + connection.toString().substring(0, 8);

    public static class Waiting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("adskull.alerts.group-wait", WAIT.toString());
        }
    }

    @Test
    void fortyAccountsThatLoseOnePermissionAreOneMessageAndOneEnd() {
        List<Incident> lost = IntStream.range(0, 40).mapToObj(this::permission).toList();

        lost.forEach(incident -> publish(opened(incident)));
        lost.forEach(incident -> publish(opened(incident)));
        heard(40);
        clock.forward(WAIT);

        await().until(() -> slack.taken(shop).size() == 1 && mail.about(shop).size() == 1);
        String message = slack.taken(shop).getFirst().body();
        assertThat(message).contains("and 39 more accounts: No permission for Automated Rules");
        assertThat(lost).allSatisfy(incident -> assertThat(message)
                .contains(incident.account().accountId()));

        lost.stream().skip(1).forEach(incident -> publish(resolved(incident)));
        ended(39);
        assertThat(slack.taken(shop)).as("one is still open").hasSize(1);
        publish(resolved(lost.getFirst()));

        await().until(() -> slack.taken(shop).size() == 2 && mail.about(shop).size() == 2);
        assertThat(slack.taken(shop).getLast().body()).contains("[Resolved]", "and 39 more accounts");
    }

    @Test
    void whoJoinsLaterIsToldOfInOneMoreMessageOfTheSameConversation() {
        publish(opened(permission(0)));
        heard(1);
        clock.forward(WAIT);
        await().until(() -> slack.taken(shop).size() == 1 && mail.about(shop).size() == 1);

        publish(opened(permission(1)));
        publish(opened(permission(2)));
        heard(3);
        assertThat(slack.taken(shop)).hasSize(1);
        clock.forward(INTERVAL);

        await().until(() -> slack.taken(shop).size() == 2 && mail.about(shop).size() == 2);
        assertThat(slack.taken(shop).getLast().body())
                .contains("[More accounts]", number(1), number(2), "and 1 more account:")
                .doesNotContain(number(0));
        assertThat(MailReceiver.header(mail.about(shop).getLast(), "In-Reply-To"))
                .isEqualTo(MailReceiver.header(mail.about(shop).getFirst(), "Message-ID"));
    }

    @Test
    void anAccountThatFailsAgainWhileOthersStillDoIsNoNews() {
        List<Incident> lost = List.of(permission(0), permission(1));
        lost.forEach(incident -> publish(opened(incident)));
        heard(2);
        clock.forward(WAIT);
        await().until(() -> slack.taken(shop).size() == 1);

        publish(resolved(lost.getFirst()));
        publish(opened(story(0).openedBy("again").incident()));
        heard(3);
        clock.forward(INTERVAL);
        publish(resolved(lost.getLast()));
        publish(resolved(story(0).openedBy("again").incident()));

        await().until(() -> slack.taken(shop).size() == 2);
        assertThat(slack.taken(shop).getLast().body()).contains("[Resolved]", "and 1 more account:");
    }

    @Test
    void aDeadKeyIsToldAtOnceWithAllThatItStops() {
        IntStream.range(0, 300).forEach(this::connect);
        await().until(() -> count("select count(*) from reached_account where connection = :connection") == 300);

        publish(opened(revoked(7)));
        await().until(() -> slack.taken(shop).size() == 1 && mail.about(shop).size() == 1);
        publish(opened(revoked(8)));
        heard(2);
        clock.forward(INTERVAL);
        publish(resolved(revoked(7)));
        publish(resolved(revoked(8)));

        await().until(() -> slack.taken(shop).size() == 2);
        assertThat(slack.taken(shop).getFirst().body()).contains("299 more accounts", "more, see AdSkull");
        assertThat(slack.taken(shop).getLast().body()).contains("[Resolved]");
    }

    @Test
    void whereThereIsOneAccountNothingIsWaitedFor() {
        connect(0);
        await().until(() -> count("select count(*) from reached_account where connection = :connection") == 1);

        publish(opened(permission(0)));

        await().until(() -> slack.taken(shop).size() == 1);
    }

    @Test
    void whatGoesOnIsSaidAgainEverLessOftenUntilItIsOver() {
        publish(opened(permission(0)));
        heard(1);
        clock.forward(WAIT);
        await().until(() -> slack.taken(shop).size() == 1 && mail.about(shop).size() == 1);

        clock.forward(Duration.ofDays(1));
        await().until(() -> slack.taken(shop).size() == 2 && mail.about(shop).size() == 2);
        assertThat(slack.taken(shop).getLast().body()).contains("[Still open]", "What to do");
        assertThat(MailReceiver.header(mail.about(shop).getLast(), "In-Reply-To"))
                .isEqualTo(MailReceiver.header(mail.about(shop).getFirst(), "Message-ID"));

        clock.forward(Duration.ofDays(2));
        publish(resolved(permission(0)));
        await().until(() -> slack.taken(shop).size() == 3 && mail.about(shop).size() == 3);
        assertThat(slack.taken(shop).getLast().body()).contains("[Resolved]");
        clock.forward(Duration.ofDays(30));
        publish(opened(permission(1)));
        heard(2);
        clock.forward(WAIT);

        await().until(() -> slack.taken(shop).size() == 4);
        assertThat(slack.taken(shop).getLast().body()).contains("[Action needed]");
    }

    @Test
    void whatIsOverBeforeTheMessageLeavesIsNotTold() {
        publish(opened(permission(0)));
        publish(resolved(permission(0)));
        ended(1);
        clock.forward(WAIT);
        publish(opened(Incidents.suspended()
                .withAccount(number(3))
                .withAccountName(shop + " 3")
                .withConnection(connection)
                .withOpenedAt(clock.instant())
                .incident()));
        heard(2);
        clock.forward(WAIT);

        await().until(() -> slack.taken(shop).size() == 1);
        assertThat(slack.taken(shop).getFirst().body()).doesNotContain(number(0));
    }

    private Incidents story(int account) {
        return Incidents.automatedRulesPermissionMissing()
                .withAccount(number(account))
                .withAccountName(shop + " " + account)
                .withConnection(connection)
                .withOpenedAt(Incidents.OPENED_AT);
    }

    private Incident permission(int account) {
        return story(account).incident();
    }

    private Incident revoked(int account) {
        return Incidents.revokedToken()
                .withAccount(number(account))
                .withAccountName(shop + " " + account)
                .withConnection(connection)
                .incident();
    }

    /// No other test's account has this number.
    private String number(int account) {
        return "7" + String.format("%09d", Math.abs(connection.hashCode()) % 1_000_000_000)
                + String.format("%09d", account);
    }

    private void connect(int account) {
        var details = new ConnectedAccount(
                AccountKey.parse("tiktok/" + number(account)),
                "demo",
                connection,
                shop + " " + account,
                "Northwind Agency",
                "advertiser",
                List.of(),
                Incidents.OPENED_AT,
                null);
        var envelope = new CloudEvent(
                details.account() + "/connected",
                ConnectedAccount.EVENT_TYPE,
                "/token-service",
                details.account().toString(),
                Incidents.OPENED_AT,
                "demo");
        TestTopics.current()
                .publish(Topic.ACCOUNTS, details.account().toString(), envelope.headers(), EventJson.write(details));
    }

    /// Waits until so many incidents of this test's connection were decided on.
    private void heard(int incidents) {
        await().until(() -> count("select count(*) from incident where connection = :connection") == incidents);
    }

    private void ended(int incidents) {
        await().until(() ->
                count("select count(*) from incident where connection = :connection and not open") == incidents);
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) entities.createNativeQuery(query)
                        .setParameter("connection", connection.value())
                        .getSingleResult())
                .longValue());
    }

    private static Remediation opened(Incident incident) {
        return new Remediation.Opened(incident, incident.openedAt());
    }

    private Remediation resolved(Incident incident) {
        return new Remediation.Resolved(incident, clock.instant(), "The same call works again.");
    }

    private static void publish(Remediation remediation) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
