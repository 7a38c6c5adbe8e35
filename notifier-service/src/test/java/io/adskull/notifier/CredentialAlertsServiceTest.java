package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// What people hear of a connection's credentials.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class CredentialAlertsServiceTest {
    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    EntityManager entities;

    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private final String business = "Agency " + connection.toString().substring(0, 8);
    private final String shop = "Shop " + connection.toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void anEndThatNoMachineMovesIsToldOnceWithItsDateAndTheWayToReconnect() {
        var expiring = new CredentialChange.Expiring(
                connection, Platform.PINTEREST, "demo", now, now.plus(Duration.ofDays(14)), business);

        publish("expiring/14", expiring);
        publish("expiring/14", expiring);
        await().until(() -> mail.about(business).size() == 1);
        publish("refreshed/9", new CredentialChange.Refreshed(connection, Platform.PINTEREST, "demo", now, null));
        silence();

        assertThat(slack.taken(business)).hasSize(1).first().satisfies(message -> assertThat(message.body())
                .contains("Reconnect " + business + " before", "in 14 days", "/reconnect?ticket=", "Nothing yet")
                .doesNotContain("~connection"));
        assertThat(mail.about(business)).hasSize(1);
    }

    @Test
    void aConnectionThatMustBeReconnectedIsToldAndSoIsItsEnd() {
        publish("reconnect-required/1", reconnectRequired(now));
        await().until(() -> slack.taken(business).size() == 1);
        assertThat(slack.taken(business).getFirst().body())
                .contains("no longer renews the access of " + business, "/reconnect?ticket=", "invalid_grant");

        publish("reconnected/2", reconnected(now.plusSeconds(60)));

        await().until(() -> slack.taken(business).size() == 2);
        assertThat(slack.taken(business).getLast().body()).contains("Resolved", "Somebody connected it again.");
    }

    @Test
    void whatAConnectionSufferedBeforeItsNewestConsentIsNoNewsHoweverLateItComes() {
        publish("reconnected/2", reconnected(now));
        publish("reconnect-required/1", reconnectRequired(now.minusSeconds(60)));
        publish(
                "expiring/1",
                new CredentialChange.Expiring(
                        connection,
                        Platform.GOOGLE,
                        "demo",
                        now.minusSeconds(90),
                        now.plus(Duration.ofDays(9)),
                        business));
        silence(now.plusSeconds(60));

        assertThat(slack.taken(business)).isEmpty();
        assertThat(mail.about(business)).isEmpty();
    }

    @Test
    void whatAConnectionSufferedBeforeItWasDisconnectedIsNoNewsEither() {
        publish(
                "disconnected/2",
                new CredentialChange.Disconnected(connection, Platform.GOOGLE, "demo", now.plusSeconds(60)));
        publish("reconnected/1", reconnected(now));
        publish("reconnect-required/1", reconnectRequired(now.plusSeconds(30)));
        silence(now.plusSeconds(90));

        assertThat(slack.taken(business)).isEmpty();
    }

    @Test
    void aConnectionThatDiesAgainAfterItsNewestConsentIsToldOnceHoweverOftenItIsHeard() {
        publish("reconnected/2", reconnected(now));
        publish("reconnect-required/2", reconnectRequired(now.plusSeconds(60)));
        publish("reconnect-required/2", reconnectRequired(now.plusSeconds(60)));
        publish("reconnected/1", reconnected(now.minusSeconds(60)));
        silence(now.plusSeconds(90));

        assertThat(slack.taken(business)).hasSize(1).first().satisfies(message -> assertThat(message.body())
                .contains("no longer renews the access of " + business));
        await().until(() -> mail.about(business).size() == 1);
    }

    @Test
    void anAccessThatEndedWithoutBeingRenewedIsToldToThoseWhoRunAdSkullOnceAndSoIsItsEnd() {
        Instant end = now.minusSeconds(60);
        publish("refresh-failed/1/1", refreshFailed(end.minusSeconds(30), end));
        publish("refresh-failed/1/2", refreshFailed(now, end));
        publish("refresh-failed/1/3", refreshFailed(now.plusSeconds(1), end));
        await().until(() -> slack.taken(business).size() == 1);

        assertThat(slack.taken(business).getFirst().body())
                .contains(
                        "The access of " + business + " cannot be renewed",
                        "Nobody watches " + business,
                        "invalid_client The secret is wrong",
                        "check the app id and secret of LinkedIn")
                .doesNotContain("/reconnect?ticket=");

        publish(
                "refreshed/2",
                new CredentialChange.Refreshed(connection, Platform.LINKEDIN, "demo", now.plusSeconds(60), null));

        await().until(() -> slack.taken(business).size() == 2);
        assertThat(slack.taken(business).getLast().body()).contains("Resolved", "The access was renewed after all.");
    }

    private CredentialChange refreshFailed(Instant at, Instant accessEndsAt) {
        return new CredentialChange.RefreshFailed(
                connection,
                Platform.LINKEDIN,
                "demo",
                at,
                "invalid_client The secret is wrong",
                accessEndsAt,
                business);
    }

    @Test
    void aDeadConnectionSaysHowManyAccountsItStops() {
        reaches("1", "Northwind Shoes");
        reaches("2", "Northwind Bags");
        reaches("3", "Northwind Kids\u0000");
        reaches("4", "Northwind Gone");
        TestTopics.current().publish(Topic.ACCOUNTS, account("4").toString(), Map.of(), null);
        await().until(() -> reached().equals(List.of("Northwind Bags", "Northwind Kids", "Northwind Shoes")));

        publish("reconnect-required/1", reconnectRequired(now));

        String stopped = "3 ad accounts stop: Northwind Bags, Northwind Kids and 1 more.";
        await().until(() ->
                slack.taken(business).size() == 1 && mail.about(business).size() == 1);
        assertThat(slack.taken(business).getFirst().body()).contains(stopped).doesNotContain("Call ``");
        assertThat(MailReceiver.text(mail.about(business).getFirst()))
                .contains(stopped)
                .doesNotContain("To quote in a support ticket");
    }

    @Test
    void anAccountThatMeetsTheDeadTokenFirstTellsForItsConnection() {
        publish(new Remediation.Opened(deadToken(), now));
        await().until(() -> slack.taken(business).size() == 1);

        publish("reconnect-required/1", reconnectRequired(now.plusSeconds(1)));
        publish("reconnected/2", reconnected(now.plusSeconds(60)));
        silence(now.plusSeconds(90));
        assertThat(slack.taken(business)).hasSize(1).first().satisfies(message -> assertThat(message.body())
                .contains("[Action needed] The access to " + shop));

        publish(new Remediation.Resolved(deadToken(), now.plusSeconds(70), "Its calls work again."));
        await().until(() -> slack.taken(shop).size() == 2 && mail.about(shop).size() == 2);
        assertThat(slack.taken(shop).getLast().body()).contains("Resolved", "Its calls work again.");
    }

    @Test
    void aConnectionThatIsHeardOfFirstTellsForItsAccounts() {
        publish("reconnect-required/1", reconnectRequired(now));
        await().until(() -> slack.taken(business).size() == 1);

        publish(new Remediation.Opened(deadToken(), now.plusSeconds(1)));
        publish(new Remediation.Resolved(deadToken(), now.plusSeconds(70), "Its calls work again."));
        silenceOfTheAccount();
        assertThat(slack.taken(shop)).isEmpty();
        assertThat(slack.taken(business)).hasSize(1).first().satisfies(message -> assertThat(message.body())
                .contains("no longer renews the access of " + business));

        publish("reconnected/2", reconnected(now.plusSeconds(60)));
        await().until(() -> slack.taken(business).size() == 2);
        assertThat(slack.taken(business).getLast().body()).contains("Resolved", "Somebody connected it again.");
    }

    @Test
    void whatAMachineMendsIsNotTold() {
        publish(
                "refresh-failed/1/1",
                new CredentialChange.RefreshFailed(connection, Platform.GOOGLE, "demo", now, business + " timeout"));
        publish("refreshed/2", new CredentialChange.Refreshed(connection, Platform.GOOGLE, "demo", now, null));
        silence();

        assertThat(slack.taken(business)).isEmpty();
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsToldOnceItDoesAndInItsOrder() {
        execute("create sequence attempt");
        execute("""
                create function away() returns trigger language plpgsql as
                $$ begin perform nextval('attempt'); raise exception 'away' using errcode = '57P03'; end $$
                """);
        execute("create trigger away before insert on seen_event execute function away()");

        publish("reconnect-required/1", reconnectRequired(now));
        publish("reconnected/2", reconnected(now.plusSeconds(60)));
        await().until(() -> attempts() > 2);
        execute("drop trigger away on seen_event");
        execute("drop function away");
        execute("drop sequence attempt");

        await().until(() -> slack.taken(business).size() == 2);
        assertThat(slack.taken(business).getFirst().body()).contains("[Action needed]");
        assertThat(slack.taken(business).getLast().body()).contains("[Resolved]");
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersOfItsTopic() {
        TestTopics.current().publish(Topic.CREDENTIALS, connection.toString(), Map.of(), new byte[] {1});
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        connection.toString(),
                        envelope("incomplete", reconnected(now)).headers(),
                        CloudEvent.bytes("{\"change\":\"RECONNECTED\"}"));
        publish("unstorable\u0000", reconnectRequired(now));
        TestTopics.current().publish(Topic.ACCOUNTS, account("1").toString(), Map.of(), new byte[] {1});

        await().untilAsserted(() -> assertThat(deadLetters(Topic.CREDENTIALS, connection.toString()))
                .containsExactly("header ce_id is missing", "value lacks connection", "PostgreSQL cannot store it"));
        await().untilAsserted(() -> assertThat(
                        deadLetters(Topic.ACCOUNTS, account("1").toString()))
                .containsExactly("header ce_id is missing"));
        silence();
        assertThat(slack.taken(business)).isEmpty();
    }

    private void reaches(String number, String name) {
        var reached = new ConnectedAccount(
                account(number), "demo", connection, "advertiser", name, business, List.of(), now, null);
        var envelope = new CloudEvent(
                account(number) + "/connected",
                ConnectedAccount.EVENT_TYPE,
                "/token-service",
                account(number).toString(),
                now,
                "demo");
        TestTopics.current()
                .publish(Topic.ACCOUNTS, account(number).toString(), envelope.headers(), EventJson.write(reached));
    }

    private AccountKey account(String number) {
        return new AccountKey(Platform.GOOGLE, connection + "." + number);
    }

    private List<?> reached() {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select name from reached_account where connection = :connection order by name", String.class)
                .setParameter("connection", connection.value())
                .getResultList());
    }

    private void execute(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }

    /// Counted by a sequence, which a rollback does not set back.
    private long attempts() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("select last_value from attempt", Long.class)
                                .getSingleResult())
                        .longValue());
    }

    private CredentialChange reconnectRequired(Instant at) {
        return new CredentialChange.ReconnectRequired(
                connection, Platform.GOOGLE, "demo", at, "invalid_grant", business);
    }

    private CredentialChange reconnected(Instant at) {
        return new CredentialChange.Reconnected(connection, Platform.GOOGLE, "demo", at, null);
    }

    private Incident deadToken() {
        return accountIncident().withBusinessName(business).incident();
    }

    private Incidents accountIncident() {
        return Incidents.revokedToken()
                .withAccount(connection + ".1")
                .withAccountName(shop)
                .withTitle("The access to " + shop + " was taken back")
                .withConnection(connection)
                .withOpenedAt(now);
    }

    private void silenceOfTheAccount() {
        String marker = "Account marker " + business.replace("Agency ", "");
        Incident told = accountIncident()
                .withCause(Cause.ACCOUNT_DISABLED)
                .withAccountName(marker)
                .withTitle(marker)
                .incident();
        publish(new Remediation.Opened(told, now));
        await().until(() -> slack.taken(marker).size() == 1);
    }

    private static void publish(Remediation remediation) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation));
    }

    private static List<String> deadLetters(Topic topic, String key) {
        return TestTopics.current().read(topic.deadLetters()).stream()
                .filter(letter -> key.equals(letter.key()))
                .map(letter -> letter.headers().get(DeadLetter.REASON))
                .toList();
    }

    private void publish(String id, CredentialChange change) {
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        change.connection().toString(),
                        envelope(id, change).headers(),
                        EventJson.write(change));
    }

    private static CloudEvent envelope(String id, CredentialChange change) {
        return new CloudEvent(
                change.connection() + "/" + id,
                CredentialChange.EVENT_TYPE,
                "/token-service",
                change.connection().toString(),
                change.at(),
                change.tenant());
    }

    /// A mail server that is slow to answer is asked again only after a while.
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    /// Something told later on the same partition shows that nothing more comes.
    private void silence() {
        silence(now);
    }

    private void silence(Instant at) {
        String marker = "Marker " + business.replace("Agency ", "");
        publish(
                "expiring/marker",
                new CredentialChange.Expiring(connection, Platform.X, "demo", at, at.plus(Duration.ofDays(9)), marker));
        await().until(() -> slack.taken(marker).size() == 1);
    }
}
