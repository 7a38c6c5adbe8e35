package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// Many messages at once.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class BusyOutboxServiceTest {
    SlackReceiver slack;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    /// In the name of every account of a test, by which its messages are told from others.
    private final String shop = "Shop " + UUID.randomUUID();

    @Test
    void whatIsTakenAtOnceIsOnRecordAndAnnouncedOnceEach() {
        publish(opened(0, 200));

        await().until(() -> slack.taken(shop).size() == 200);
        await().until(() -> count("state = 'DELIVERED'") == 400);
        await().until(() -> outcomes().size() == 400);
        assertThat(slack.attempts(shop)).hasSize(200);
    }

    @Test
    void theEndOfEachIncidentComesAfterItsBeginningThoughIncidentsOvertakeEachOther() {
        List<Incident> incidents = incidents(0, 40);

        incidents.forEach(incident -> publish(List.of(
                new Remediation.Opened(incident, incident.openedAt()),
                new Remediation.Resolved(incident, clock.instant(), "The same call works again."))));

        await().until(() -> slack.taken(shop).size() == 80);
        assertThat(incidents).allSatisfy(incident -> assertThat(slack.taken(incident.accountName()))
                .extracting(Posted::body)
                .satisfiesExactly(first -> assertThat(first).contains("[Action needed]"), second -> assertThat(second)
                        .contains("[Resolved]")));
    }

    @Test
    void aLongQueueForOneDestinationKeepsNobodyElseWaiting() {
        publish(opened(0, 1));
        await().until(() -> count("state = 'DELIVERED'") == 2);
        queue("nowhere/slack", 5_000);
        queue("advertisers/slack", 1);

        await().until(() -> slack.taken(shop).size() == 2);
        assertThat(count("destination = 'nowhere/slack' and attempts = 0"))
                .as("most of the queue waits still")
                .isPositive();
        execute("update delivery set state = 'CANCELLED' where destination = 'nowhere/slack'");
    }

    @Test
    void whatEndsWhileTheDatabaseRefusesOutcomesIsOnRecordLaterAndNotSentAgain() {
        execute("create sequence refusal");
        execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin perform nextval('refusal'); raise exception 'away' using errcode = '57P03'; end $$
                """);
        execute("create trigger refuse before update on delivery for each row when (new.state = 'DELIVERED')"
                + " execute function refuse()");

        publish(opened(0, 3));
        await().until(() -> slack.taken(shop).size() == 3);
        await().until(() -> number("select last_value from refusal") > 3);
        execute("drop trigger refuse on delivery");

        await().until(() -> count("state = 'DELIVERED'") == 6);
        await().until(() -> outcomes().size() == 6);
        assertThat(slack.attempts(shop)).hasSize(3);
    }

    private List<Incident> incidents(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> Incidents.automatedRulesPermissionMissing()
                        .withAccount(
                                Long.toString(7_088_000_000_000_000_000L + Math.abs(shop.hashCode() * 1_000L) + number))
                        .withAccountName("%s %03d".formatted(shop, number))
                        .withConnection(new ConnectionId(UUID.randomUUID()))
                        .withOpenedAt(clock.instant())
                        .incident())
                .toList();
    }

    private List<Remediation> opened(int from, int count) {
        return incidents(from, count).stream()
                .<Remediation>map(incident -> new Remediation.Opened(incident, incident.openedAt()))
                .toList();
    }

    /// Copies of the message that was sent, due to another destination.
    private void queue(String destination, int copies) {
        execute("""
                insert into delivery (id, incident, account, tenant, transition, destination, state, held, due_at, attempts,
                                      occurred_at, created_at, channel, recipient, subject)
                select gen_random_uuid(), incident, account, tenant, transition, '%s', 'PENDING', false,
                       now() - interval '1 hour', 0, occurred_at, created_at, channel, recipient, subject
                  from delivery, generate_series(1, %d)
                 where subject like '%%%s%%' and destination = 'advertisers/slack' and state = 'DELIVERED'
                """.formatted(destination, copies, shop));
    }

    private static void publish(List<Remediation> remediations) {
        remediations.forEach(remediation -> TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation)));
    }

    private List<AlertOutcome> outcomes() {
        return TestTopics.current().read(Topic.ALERTS).stream()
                .map(event -> EventJson.read(event.value(), AlertOutcome.class))
                .filter(outcome -> outcome.message().subject().contains(shop))
                .toList();
    }

    private long count(String condition) {
        return number("select count(*) from delivery where subject like '%" + shop + "%' and " + condition);
    }

    private long number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
