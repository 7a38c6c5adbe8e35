package io.adskull.dashboard.access;

import static io.adskull.dashboard.Fabricated.NOON;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.testing.TestTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A tenant of whom every text of every event and answer that this service reads is hostile.
final class HostileBelongings {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private HostileBelongings() {}

    static Belongings of(NotifierStandIn notifier) {
        Fabricated account = Fabricated.account(Hostile.TEXT);
        String tenant = account.tenant();
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        var connected = Hostile.copy(
                new ConnectedAccount(account.account(), tenant, connection, "k", "n", "b", List.of("s"), NOON, "c"),
                "tenant");
        publish(Topic.ACCOUNTS, account, account.account().toString(), ConnectedAccount.EVENT_TYPE, connected);

        Incident open = Hostile.copy(account.permissionMissing("e1", "w", 3), "tenant");
        Incident over = Hostile.copy(account.permissionMissing("e2", "w", 3), "tenant");
        account.told(Hostile.copy(new Remediation.Opened(over, NOON)));
        account.told(Hostile.copy(new Remediation.Updated(over, NOON.plusSeconds(1), "c")));
        account.told(Hostile.copy(new Remediation.Resolved(over, NOON.plusSeconds(2), "r")));
        account.told(Hostile.copy(new Remediation.Opened(open, NOON.plusSeconds(3))));
        account.told(Hostile.copy(new Remediation.Updated(open, NOON.plusSeconds(4), "c")));

        for (String transition : List.of("OPENED", Hostile.TEXT)) {
            var message = Hostile.copy(
                    new AlertOutcome.Message(
                            open.id() + transition, open.id(), account.account(), tenant, transition, "c", "r", "s"),
                    "tenant",
                    "deliveryId",
                    "transition");
            var outcome = Hostile.copy(new AlertOutcome.GaveUp(message, NOON.plusSeconds(5), 4, "r"));
            publish(Topic.ALERTS, account, account.account().toString(), AlertOutcome.EVENT_TYPE, outcome);
        }
        var platform = account.account().platform();
        for (CredentialChange change : List.of(
                Hostile.copy(
                        new CredentialChange.Expiring(connection, platform, tenant, NOON, NOON.plusSeconds(60), "b"),
                        "tenant"),
                Hostile.copy(
                        new CredentialChange.RefreshFailed(
                                connection, platform, tenant, NOON.plusSeconds(1), "r", NOON, "b"),
                        "tenant"),
                Hostile.copy(
                        new CredentialChange.ReconnectRequired(
                                connection, platform, tenant, NOON.plusSeconds(2), "r", "b"),
                        "tenant"))) {
            publish(Topic.CREDENTIALS, account, connection.toString(), CredentialChange.EVENT_TYPE, change);
        }
        var said = Hostile.copy(
                new PlatformIncident(platform, "g", "t", Hostile.LINK, NOON, true, NOON.plusSeconds(6)), "link");
        publish(Topic.PLATFORM_STATUS, account, said.key(), PlatformIncident.EVENT_TYPE, said);
        var all = new Belongings(
                Hostile.TEXT,
                account,
                connection,
                open,
                destination(notifier, tenant),
                UUID.randomUUID(),
                mute(notifier, account));
        UUID route = route(notifier, tenant, all.destination());
        all = new Belongings(Hostile.TEXT, account, connection, open, all.destination(), route, all.mute());
        notifier.attended(
                tenant,
                json(Map.of(
                        "acknowledgedAt",
                        NOON.toString(),
                        "acknowledgedBy",
                        Hostile.TEXT,
                        "snoozedUntil",
                        NOON.toString())));
        notifier.previews(
                tenant,
                json(Map.of(
                        "text",
                        Hostile.TEXT,
                        "subject",
                        Hostile.TEXT,
                        "html",
                        Hostile.TEXT,
                        "blocks",
                        List.of(
                                Map.of("type", "header", "text", Map.of("type", "plain_text", "text", Hostile.TEXT)),
                                Map.of(
                                        "type",
                                        "section",
                                        "text",
                                        Map.of("type", "mrkdwn", "text", "<" + Hostile.LINK + "|go> " + Hostile.TEXT)),
                                Map.of(
                                        "type",
                                        "actions",
                                        "elements",
                                        List.of(Map.of(
                                                "type",
                                                "button",
                                                "url",
                                                Hostile.LINK,
                                                "text",
                                                Map.of("type", "plain_text", "text", Hostile.TEXT))))))));
        Belongings ready = all;
        await().atMost(SOON).untilAsserted(() -> {
            ready.asks("viewer").get("/api/accounts").then().body("$", hasSize(1));
            ready.asks("viewer")
                    .get("/api/incidents")
                    .then()
                    .body("id", hasItems(open.id().toString(), over.id().toString()));
            ready.asks("staff")
                    .get("/api/operators/platforms")
                    .then()
                    .body("collectMany { it.ownWords }.title", hasItem(Hostile.TEXT));
        });
        return all;
    }

    private static UUID destination(NotifierStandIn notifier, String tenant) {
        return notifier.has(
                tenant,
                "destinations",
                Map.of(
                        "name",
                        Hostile.TEXT,
                        "kind",
                        "slack",
                        "recipient",
                        Hostile.TEXT,
                        "hearsRest",
                        false,
                        "zone",
                        Hostile.TEXT,
                        "digest",
                        Hostile.TEXT,
                        "escalateAfter",
                        "PT2H",
                        "offAt",
                        NOON.toString(),
                        "offWhy",
                        Hostile.TEXT));
    }

    private static UUID route(NotifierStandIn notifier, String tenant, UUID destination) {
        List<String> texts = List.of(Hostile.TEXT);
        return notifier.has(
                tenant,
                "routes",
                Map.of(
                        "name",
                        Hostile.TEXT,
                        "platforms",
                        texts,
                        "accounts",
                        texts,
                        "causes",
                        texts,
                        "actors",
                        texts,
                        "severities",
                        texts,
                        "labels",
                        texts,
                        "destinations",
                        List.of(destination),
                        "escalateTo",
                        List.of(destination),
                        "escalateAfter",
                        "PT2H"));
    }

    /// A label's account is one that notifier-service could read.
    private static UUID mute(NotifierStandIn notifier, Fabricated account) {
        notifier.of(account.tenant(), "labels")
                .add(JSON.valueToTree(
                        Map.of("account", account.account().toString(), "labels", List.of(Hostile.TEXT))));
        return notifier.has(
                account.tenant(),
                "mutes",
                Map.of("account", Hostile.TEXT, "cause", Hostile.TEXT, "platform", Hostile.TEXT, "why", Hostile.TEXT));
    }

    private static void publish(Topic topic, Fabricated of, String key, String type, Object event) {
        TestTopics.current()
                .publish(topic, key, of.envelope(UUID.randomUUID().toString(), type, NOON), EventJson.write(event));
    }

    private static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }
}
