package io.adskull.classifier.topology;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Remediation;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ClassifierServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestTopics topics = TestTopics.current();

    @Test
    void aFailingAnswerBecomesARemediationOfTheSameTrace() {
        Answers kids = new Answers("7012345678901234503");
        topics.publish(Topic.ACCOUNTS, kids.key(), Map.of(), EventJson.write(kids.details("Northwind Kids")));
        answer(kids, "a-1", Resource.ACCOUNT, Answers.HEALTHY);
        answer(kids, "a-2", Resource.AUTOMATED_RULES, kids.refused());

        Received told = await().atMost(PATIENCE)
                .until(() -> remediations(kids), list -> !list.isEmpty())
                .getFirst();

        Remediation remediation = EventJson.read(told.text().getBytes(StandardCharsets.UTF_8), Remediation.class);
        assertThat(remediation.incident().cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(remediation.incident().accountName()).isEqualTo("Northwind Kids");
        assertThat(told.headers()).containsEntry("ce_id", remediation.incident().id() + "/opened");
        assertThat(told.headers().get("traceparent"))
                .startsWith(Answers.TRACE.substring(0, 36))
                .isNotEqualTo(Answers.TRACE);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("adskull_incidents_open{cause=\"RESOURCE_PERMISSION_MISSING\"} 1.0"))
                .body(containsString("kafka_stream"));
    }

    @Test
    void garbageOfEveryKindGoesToTheDeadLettersAndWorkGoesOn() {
        Answers travel = new Answers("7012345678901234507");
        topics.publish(Topic.API_RESPONSES, null, Map.of(), null);
        topics.publish(Topic.API_RESPONSES, travel.key(), Map.of(), new byte[] {0, 1, 2, -1});
        topics.publish(
                Topic.API_RESPONSES,
                travel.key(),
                travel.headers("g-1", Instant.now(), Resource.CAMPAIGNS),
                new byte[2 << 20]);
        topics.publish(Topic.API_RESPONSES, "myspace/1", Map.of("ce_subject", "myspace/1"), new byte[0]);
        topics.publish(Topic.ACCOUNTS, "nonsense", Map.of(), new byte[] {1});
        answer(travel, "g-2", Resource.CAMPAIGNS, Answers.NO_PIXEL);

        await().atMost(PATIENCE).until(() -> !remediations(travel).isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topics.read(Topic.API_RESPONSES.deadLetters()))
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter.headers()).containsKey(DeadLetter.REASON))
                .anySatisfy(letter -> assertThat(letter.value()).hasSize(2 << 20)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topics.read(Topic.ACCOUNTS.deadLetters()))
                .hasSize(1));
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    private void answer(Answers account, String id, Resource resource, String body) {
        topics.publish(
                Topic.API_RESPONSES,
                account.key(),
                account.headers(id, Instant.now(), resource),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Received> remediations(Answers account) {
        return topics.read(Topic.REMEDIATIONS).stream()
                .filter(received -> account.key().equals(received.key()))
                .toList();
    }
}
