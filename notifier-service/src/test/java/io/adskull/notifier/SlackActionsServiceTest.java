package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.interaction.Press;
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
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// What the buttons of a bot's message do.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Workspace.class, restrictToAnnotatedClass = true)
class SlackActionsServiceTest {
    SlackWorkspace slack;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private final OneConnection connection = new OneConnection();
    private final Incident incident = connection.permission(0).incident();
    private final String answers = "/actions/" + UUID.randomUUID();

    @Test
    void reTestAsksForWhatFailedAndSaysSo() {
        told();

        press("retest").signed(Workspace.SIGNING_SECRET, clock.instant()).statusCode(200);

        await().until(() -> slack.answers(answers).size() == 1);
        assertThat(slack.answers(answers).getFirst())
                .contains("being tested", "\"response_type\":\"ephemeral\"", "\"replace_original\":false");
        assertThat(retests()).singleElement().satisfies(request -> {
            assertThat(request.account()).isEqualTo(incident.account());
            assertThat(request.resource()).isEqualTo(incident.resource());
            assertThat(request.tenant()).isEqualTo("demo");
        });
    }

    @Test
    void acknowledgeSaysWhoItWasAndEndsTheReminders() {
        told();

        press("acknowledge").signed(Workspace.SIGNING_SECRET, clock.instant()).statusCode(200);
        press("acknowledge").signed(Workspace.SIGNING_SECRET, clock.instant()).statusCode(200);

        await().until(() -> slack.answers(answers).size() == 2);
        assertThat(slack.answers(answers))
                .allSatisfy(answer -> assertThat(answer).contains("Acknowledged."));
        assertThat(column("acknowledged_by")).isEqualTo("Slack user ann");
        assertThat(states()).containsExactly("OPENED DELIVERED", "REMINDED CANCELLED");
    }

    @Test
    void snoozeMovesTheReminders() {
        told();

        press("snooze").signed(Workspace.SIGNING_SECRET, clock.instant()).statusCode(200);

        await().until(() -> slack.answers(answers).size() == 1);
        assertThat(slack.answers(answers).getFirst()).contains("Snoozed until");
        assertThat(column("snoozed_until")).isNotEmpty();
    }

    @Test
    void whatWasNotToldInThisChannelCannotBeActedOn() {
        told();

        Press.of("acknowledge", incident.id(), "C0OPS", slack.url(answers))
                .signed(Workspace.SIGNING_SECRET, clock.instant())
                .statusCode(200);
        Press.of("acknowledge", new IncidentId(UUID.randomUUID()), "C0ADS", slack.url(answers))
                .signed(Workspace.SIGNING_SECRET, clock.instant())
                .statusCode(200);

        await().until(() -> slack.answers(answers).size() == 2);
        assertThat(slack.answers(answers))
                .allSatisfy(answer -> assertThat(answer).contains("nothing to do"));
        assertThat(column("acknowledged_by")).isEmpty();
    }

    @Test
    void whatIsOverIsLeftAlone() {
        told();
        OneConnection.resolved(incident, clock.instant());
        await().until(() -> states().contains("RESOLVED DELIVERED"));

        press("retest").signed(Workspace.SIGNING_SECRET, clock.instant()).statusCode(200);

        await().until(() -> slack.answers(answers).size() == 1);
        assertThat(slack.answers(answers).getFirst()).contains("nothing to do");
        assertThat(retests()).isEmpty();
    }

    @Test
    void whatSlackDidNotSignNowDoesNothing() {
        told();
        Instant now = clock.instant();

        press("acknowledge").signed("another secret", now).statusCode(401);
        press("acknowledge")
                .signed(Workspace.SIGNING_SECRET, now.minusSeconds(301))
                .statusCode(401);
        Press.send(press("acknowledge").form(), Long.toString(now.getEpochSecond()), "v0=00")
                .statusCode(401);
        Press.send("payload=" + "a".repeat(600_000), Long.toString(now.getEpochSecond()), "v0=00")
                .statusCode(413);
        press("open").signed(Workspace.SIGNING_SECRET, now).statusCode(200);
        press("retest").signed(Workspace.SIGNING_SECRET, now).statusCode(200);

        await().until(() -> slack.answers(answers).size() == 1);
        assertThat(column("acknowledged_by")).isEmpty();
    }

    private void told() {
        OneConnection.opened(incident);
        await().until(() -> states().equals(List.of("OPENED DELIVERED", "REMINDED PENDING")));
    }

    private Press press(String action) {
        return Press.of(action, incident.id(), "C0ADS", slack.url(answers));
    }

    private List<PollRequested> retests() {
        return TestTopics.current().read(Topic.POLL_REQUESTS).stream()
                .filter(record -> record.key().equals(incident.account().toString()))
                .map(record -> EventJson.read(record.value(), PollRequested.class))
                .toList();
    }

    private String column(String name) {
        return QuarkusTransaction.requiringNew().call(() -> (String) entities.createNativeQuery(
                        "select coalesce(cast(" + name + " as text), '') from incident where id = :id", String.class)
                .setParameter("id", incident.id().value())
                .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private List<String> states() {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select transition || ' ' || state from delivery where incident = :id order by position",
                        String.class)
                .setParameter("id", incident.id().value())
                .getResultList());
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
