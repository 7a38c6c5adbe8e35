package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.SlackWorkspace.Shown;
import io.adskull.testing.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// One message of a trouble, kept up to date by a bot.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Workspace.class, restrictToAnnotatedClass = true)
class SlackBotServiceTest {
    SlackWorkspace slack;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private final OneConnection connection = new OneConnection();
    private final String shop = connection.shop();

    @Test
    void whoJoinsIsAddedToTheFirstMessageAndNamedInItsThread() {
        Shown first = told(permission(0));
        OneConnection.opened(permission(1));
        OneConnection.opened(permission(2));
        await().until(() -> heard() == 3);
        clock.forward(Duration.ofMinutes(6));

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(now(first)).satisfies(changed -> {
            assertThat(changed.edits()).isEqualTo(1);
            assertThat(changed.body())
                    .contains("[Action needed]", "2 more accounts", number(0), number(1), number(2), "\"retest\"");
        });
        assertThat(slack.inThreadOf(first)).singleElement().satisfies(reply -> {
            assertThat(reply.broadcast()).isFalse();
            assertThat(reply.body())
                    .contains("2 more accounts have the same problem", number(1), number(2))
                    .doesNotContain(number(0));
        });
    }

    @Test
    void aReminderIsShownInTheChannelAndBelongsToTheThread() {
        Shown first = told(permission(0));

        clock.forward(Duration.ofHours(25));

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(slack.inThreadOf(first)).singleElement().satisfies(reply -> {
            assertThat(reply.broadcast()).isTrue();
            assertThat(reply.body()).contains("[Still open]", "What to do");
        });
        assertThat(now(first).edits()).isZero();
    }

    @Test
    void theEndChangesTheFirstMessageWhichStillSaysWhatItWas() {
        Shown first = told(permission(0));
        assertThat(first.body()).contains("\"acknowledge\"", "\"snooze\"");

        OneConnection.resolved(permission(0), clock.instant());

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(now(first).body())
                .contains("✅ Resolved", "What it was", "may not use Automated Rules", "\"open\"", "How we know")
                .doesNotContain("\"acknowledge\"", "\"snooze\"", "\"retest\"", "What to do");
        assertThat(slack.inThreadOf(first).getFirst().body()).contains("Over.", "The same call works again.");
        assertThat(slack.about(shop)).hasSize(2);
    }

    @Test
    void whereTheFirstMessageIsGoneTheNewsIsAMessageOfItsOwn() {
        Shown first = told(permission(0));
        slack.delete(first);

        OneConnection.resolved(permission(0), clock.instant());

        await().until(() -> slack.about(shop).size() == 1);
        assertThat(slack.about(shop).getFirst()).satisfies(message -> {
            assertThat(message.isReply()).isFalse();
            assertThat(message.body()).contains("[Resolved]");
        });
    }

    @Test
    void aChangeWhoseReplyFailedIsMadeAgainAndHarmsNothing() {
        Shown first = told(permission(0));
        slack.refuse("Over.", "internal_error");

        OneConnection.resolved(permission(0), clock.instant());

        await().until(() -> slack.inThreadOf(first).size() == 1);
        assertThat(now(first).edits()).isEqualTo(2);
        assertThat(slack.about(shop)).hasSize(2);
    }

    @Test
    void aSlackThatIsBusyLiesOrBreaksOffGetsItOnce() {
        slack.answer(shop, 429, Map.of("Retry-After", "1"), "{\"ok\":false,\"error\":\"ratelimited\"}");
        slack.answer(shop, 502, Map.of(), "<html>Bad Gateway</html>");
        slack.refuse(shop, "fatal_error");
        slack.answer(shop, 200, Map.of(), "");
        slack.breakOff(shop);
        slack.breakOffAfterPosting(shop);

        OneConnection.opened(permission(0));

        await().until(() -> connection.outcomes(0).size() == 1);
        assertThat(slack.about(shop)).hasSize(1);
        assertThat(slack.calls(shop)).hasSize(6);
        assertThat(connection.outcomes(0))
                .singleElement()
                .isInstanceOfSatisfying(AlertOutcome.Delivered.class, delivered -> assertThat(delivered.attempts())
                        .isEqualTo(6));
        OneConnection.resolved(permission(0), clock.instant());
        await().until(() -> slack.about(shop).getFirst().edits() == 1);
    }

    @Test
    void aSlackThatHangsGetsItOnceItAnswersAndKeepsNoOtherDestinationWaiting() {
        slack.hang(shop);
        OneConnection.opened(permission(0));
        await().until(() -> slack.calls(shop).size() == 1);
        OneConnection.opened(Incidents.invalidRequest()
                .withAccount(connection.number(5))
                .withAccountName("Operators of " + shop)
                .incident());

        await().until(() -> slack.about("Operators of " + shop).size() == 1);
        await().until(() -> slack.about(shop).size() == 2);
    }

    @Test
    void whatSlackWillNeverTakeIsGivenUpInItsWords() {
        for (String refusal : List.of("invalid_blocks", "token_revoked", "is_archived")) {
            var refused = new OneConnection();
            slack.refuse(refused.shop(), refusal);
            Incident incident = refused.permission(0).incident();

            OneConnection.opened(incident);
            await().until(() -> refused.outcomes(0).size() == 1);
            OneConnection.resolved(incident, clock.instant());

            assertThat(refused.outcomes(0))
                    .singleElement()
                    .isInstanceOfSatisfying(AlertOutcome.GaveUp.class, gaveUp -> {
                        assertThat(gaveUp.reason()).isEqualTo("Slack answered \"" + refusal + "\"");
                        assertThat(gaveUp.message().channel()).isEqualTo("slack");
                    });
            assertThat(slack.about(refused.shop())).isEmpty();
        }
    }

    private Shown told(Incident incident) {
        OneConnection.opened(incident);
        await().until(() ->
                slack.about(shop).size() == 1 && connection.outcomes(0).size() == 1);
        Shown first = slack.about(shop).getFirst();
        assertThat(first.channel()).isEqualTo("C0ADS");
        return first;
    }

    /// How many incidents of this test's accounts were decided on.
    private long heard() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number)
                        entities.createNativeQuery("select count(*) from incident where account like :accounts")
                                .setParameter("accounts", "tiktok/" + number(0).substring(0, 10) + "%")
                                .getSingleResult())
                .longValue());
    }

    private Shown now(Shown first) {
        return slack.about(shop).stream()
                .filter(message -> message.ts().equals(first.ts()))
                .findFirst()
                .orElseThrow();
    }

    private Incident permission(int account) {
        return connection.permission(account).incident();
    }

    private String number(int account) {
        return connection.number(account);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
