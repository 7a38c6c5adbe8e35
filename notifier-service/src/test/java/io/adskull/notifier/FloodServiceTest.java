package io.adskull.notifier;

import static io.restassured.RestAssured.given;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// A thousand messages to a Slack that does not take them.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class FloodServiceTest {
    private static final int FLOOD = 1_000;
    private static final int PER_SECOND = 50;
    private static final Pattern SHOP = Pattern.compile("Shop \\S+ \\d{4}");

    SlackReceiver slack;

    @Inject
    MovedClock clock;

    private final String run = UUID.randomUUID().toString();

    @Test
    void aTenantWhoseSlackIsBusyKeepsNoOtherTenantWaiting() {
        slack.answerAlways("/services/busy-" + run, 503, "busy");
        tenant("busy-" + run);
        tenant("quiet-" + run);

        publish(opened("busy-" + run, FLOOD));
        List<Remediation> few = opened("quiet-" + run, 20);
        publish(few);

        await().until(() -> slack.taken("Shop quiet-" + run).size() == few.size());
        assertThat(slack.taken("Shop busy-" + run)).isEmpty();
    }

    @Test
    void aSlackThatWasDownForTenMinutesGetsEverythingOnceInOrderAndWithinItsLimit() {
        String path = "/services/down-" + run;
        slack.answerAlways(path, 503, "down");
        tenant("down-" + run);
        List<Remediation> opened = opened("down-" + run, FLOOD);
        publish(opened);
        await().until(() -> !slack.attempts("Shop down-" + run).isEmpty());
        List<Incident> over =
                opened.stream().limit(100).map(Remediation::incident).toList();
        for (int minute = 0; minute < 10; minute++) {
            clock.forward(Duration.ofMinutes(1));
        }

        slack.limit(path, PER_SECOND);
        await().until(() -> !slack.taken("Shop down-" + run).isEmpty());
        publish(over.stream()
                .<Remediation>map(
                        incident -> new Remediation.Resolved(incident, clock.instant(), "The same call works again."))
                .toList());

        await().until(() -> told("[Action needed]").size() == FLOOD);
        await().until(() -> told("[Resolved]").size() == over.size());
        assertThat(told("[Action needed]").values()).as("none twice").containsOnly(1L);
        assertThat(told("[Resolved]").values()).containsOnly(1L);
        List<String> arrived =
                slack.taken("Shop down-" + run).stream().map(Posted::body).toList();
        assertThat(over).allSatisfy(incident -> assertThat(arrived.stream()
                        .filter(body -> body.contains(incident.accountName()))
                        .toList())
                .satisfiesExactly(first -> assertThat(first).contains("[Action needed]"), second -> assertThat(second)
                        .contains("[Resolved]")));
        assertThat(slack.ignoredPauses(path))
                .as("only what was on its way when it asked to be left alone")
                .isLessThan(FLOOD / PER_SECOND * 8);
    }

    /// How often each shop's message arrived that says this.
    private Map<String, Long> told(String tag) {
        return slack.taken("Shop down-" + run).stream()
                .map(Posted::body)
                .filter(body -> body.contains(tag))
                .map(FloodServiceTest::shop)
                .collect(groupingBy(identity(), counting()));
    }

    private static String shop(String body) {
        Matcher shop = SHOP.matcher(body);
        assertThat(shop.find()).isTrue();
        return shop.group();
    }

    /// With one Slack channel of its own, at the address of its name.
    private void tenant(String name) {
        given().auth()
                .oauth2(RealIdentity.token("ann", name, "operator"))
                .contentType("application/json")
                .body(Map.of("kind", "slack", "name", "Buyers", "address", slack.url("/services/" + name)))
                .post("/api/destinations")
                .then()
                .statusCode(201);
    }

    private List<Remediation> opened(String tenant, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Incidents.automatedRulesPermissionMissing()
                        .withTenant(tenant)
                        .withAccount(Long.toString(
                                7_077_000_000_000_000_000L + Math.abs(tenant.hashCode() * 10_000L) + number))
                        .withAccountName("Shop %s %04d".formatted(tenant, number))
                        .withConnection(new ConnectionId(UUID.randomUUID()))
                        .withOpenedAt(clock.instant())
                        .incident())
                .<Remediation>map(incident -> new Remediation.Opened(incident, incident.openedAt()))
                .toList();
    }

    private static void publish(List<Remediation> remediations) {
        remediations.forEach(remediation -> TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation)));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200));
    }
}
