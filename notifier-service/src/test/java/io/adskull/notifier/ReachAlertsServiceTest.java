package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.Platform;
import io.adskull.contract.poll.PollReach;
import io.adskull.contract.remediation.Incident;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What those who run AdSkull hear of limits that are too tight.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class ReachAlertsServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TITLE = "Google Ads accounts are looked at only every 4 days 6 hours";

    SlackReceiver slack;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void tightLimitsAreToldOnceAndSoIsTheirEnd() {
        publish(new PollReach(Platform.GOOGLE, 400, 300, 368_640, now));
        await().atMost(PATIENCE).until(() -> slack.taken(TITLE).size() == 1);
        assertThat(slack.taken(TITLE).getFirst().body())
                .contains("about 400 Google Ads accounts", "instead of 5 minutes", "adskull.poll.google.daily")
                .doesNotContain("~platform", "/reconnect");

        publish(new PollReach(Platform.GOOGLE, 800, 300, 737_280, now.plusSeconds(60)));
        publish(new PollReach(Platform.GOOGLE, 8, 300, 300, now.plusSeconds(120)));
        await().atMost(PATIENCE).until(() -> slack.taken(TITLE).size() == 2);
        assertThat(slack.taken(TITLE).getLast().body()).contains("Resolved", "as often as it should be again");

        publish(new PollReach(Platform.GOOGLE, 400, 300, 368_640, now.plusSeconds(180)));
        await().atMost(PATIENCE).until(() -> slack.taken(TITLE).size() == 3);
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLetters() {
        TestTopics.current()
                .publish(Topic.POLL_REACH, "x", Map.of("ce_id", "bad"), "{".getBytes(StandardCharsets.UTF_8));

        List<TestTopics.Received> letters = await().atMost(PATIENCE)
                .until(() -> TestTopics.current().read(Topic.POLL_REACH.deadLetters()), found -> !found.isEmpty());
        assertThat(letters.getFirst().headers()).containsKey(DeadLetter.REASON);
    }

    private static void publish(PollReach reach) {
        CloudEvent envelope = new CloudEvent(
                "poll-reach/" + reach.platform().id() + "/" + reach.at(),
                PollReach.EVENT_TYPE,
                "/poller-service",
                reach.platform().id(),
                reach.at(),
                Incident.OPERATORS);
        TestTopics.current()
                .publish(Topic.POLL_REACH, reach.platform().id(), envelope.headers(), EventJson.write(reach));
    }
}
