package io.adskull.notifier;

import static io.restassured.RestAssured.given;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.TestTopics;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A tenant of its own for one test, with one account whose messages are told from others' by its name.
public final class TenantStory {
    private static final AtomicLong ACCOUNTS = new AtomicLong(7_077_000_000_000_000_000L);

    private final SlackReceiver slack;
    private final Clock clock;
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String account = Long.toString(ACCOUNTS.incrementAndGet());
    private final String name = "Shop " + account;
    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());

    public TenantStory(SlackReceiver slack, Clock clock) {
        this.slack = slack;
        this.clock = clock;
    }

    public String account() {
        return "tiktok/" + account;
    }

    public String name() {
        return name;
    }

    public String tenant() {
        return tenant;
    }

    /// @param role of the person who asks
    public RequestSpecification as(String role) {
        return given().auth().oauth2(RealIdentity.token("ann", tenant, role)).contentType("application/json");
    }

    public ValidatableResponse post(String path, Map<String, ?> body, int status) {
        return as("operator").body(body).post(path).then().statusCode(status);
    }

    /// @param channel by which the receiver knows its messages
    /// @return the destination's id
    public String hearsAt(String channel, Map<String, ?> further) {
        Map<String, Object> destination = new LinkedHashMap<>(Map.of(
                "kind",
                "slack",
                "name",
                channel,
                "address",
                slack.url("/services/" + channel),
                "recipient",
                "#" + channel));
        destination.putAll(further);
        return post("/api/destinations", destination, 201).extract().path("id");
    }

    public Incidents permission() {
        return of(Incidents.automatedRulesPermissionMissing());
    }

    public Incidents of(Incidents story) {
        return story.withAccount(account)
                .withAccountName(name)
                .withConnection(connection)
                .withTenant(tenant)
                .withOpenedAt(clock.instant());
    }

    public void opened(Incidents story) {
        var incident = story.incident();
        publish(new Remediation.Opened(incident, incident.openedAt()));
    }

    public void resolved(Incidents story) {
        publish(new Remediation.Resolved(story.incident(), clock.instant(), "The same call works again."));
    }

    /// What was taken for this account, oldest first.
    public List<Posted> taken() {
        return slack.taken(name);
    }

    /// Whatever was published before is decided when another incident of the tenant, published after it, is told.
    /// It is critical, so that quiet hours do not keep it.
    public void settle() {
        String marker = "marker " + UUID.randomUUID();
        opened(Incidents.revokedToken()
                .withAccount(account)
                .withAccountName("marker")
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .withTenant(tenant)
                .withTitle(marker)
                .openedBy(marker)
                .withOpenedAt(clock.instant()));
        patiently().until(() -> !slack.taken(marker).isEmpty());
    }

    public static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private static void publish(Remediation remediation) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation));
    }
}
