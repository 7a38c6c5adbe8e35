package io.adskull.dashboard.access;

import static io.adskull.dashboard.Fabricated.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.Route;
import io.adskull.testing.TestTopics;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Nothing that a platform, a receiver or a person named is ever markup: every text of every event and answer that
/// this service reads is hostile here, on every page there is.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class HostileNamesServiceTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    URI dashboard;

    NotifierStandIn notifier;

    @Test
    void noPageHoldsMarkupOrLinksThatSomebodyElseWrote() {
        Belongings evil = evil();
        SoftAssertions found = new SoftAssertions();
        List<String> shown = new ArrayList<>();
        for (String path : pages(evil)) {
            Response answer = evil.asks("admin").get(path);
            found.assertThat(answer.statusCode()).as("status of %s", path).isEqualTo(200);
            Document page = Jsoup.parse(answer.asString());
            page.getAllElements().forEach(element -> foreign(element).forEach(what -> found.fail(path + ": " + what)));
            if (page.text().contains("alert(1)") || page.html().contains("alert(1)")) {
                shown.add(path);
            }
        }
        found.assertAll();
        assertThat(shown)
                .as("pages that show hostile text, as text")
                .contains(
                        "/",
                        "/alerts",
                        "/incidents/" + evil.incident().id(),
                        "/accounts/" + evil.account().account());
    }

    @Test
    void noDialogOpensInABrowser() {
        Belongings evil = evil();
        List<String> findings = new ArrayList<>();
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page(1280, 900, ColorScheme.DARK);
            page.context()
                    .setExtraHTTPHeaders(Map.of(
                            "Authorization",
                            "Bearer " + RealIdentity.token("ann", evil.account().tenant(), "admin")));
            page.onDialog(dialog -> {
                findings.add("a dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    findings.add(page.url() + ": " + message.text());
                }
            });
            for (String path : pages(evil)) {
                page.navigate(dashboard.resolve(path).toString());
            }
        }
        assertThat(findings).isEmpty();
    }

    /// Every page that a tenant's people can open, with this tenant's ids.
    private static List<String> pages(Belongings of) {
        return Route.all().stream()
                .filter(route -> route.guarded() && !route.changes())
                .filter(route ->
                        !route.address().startsWith("/api") && !route.address().startsWith("/live"))
                // A mail in a frame: it is its sender's markup, in a sandbox of its own.
                .filter(route -> !route.address().equals("/preview/mail"))
                // A redirect after a reload.
                .filter(route -> !route.address().equals("/alerts/destinations"))
                .map(of::in)
                .toList();
    }

    /// What of an element a stranger must have written.
    private static List<String> foreign(Element element) {
        List<String> findings = new ArrayList<>();
        boolean ours = element.attr("src").matches("/(webjars/htmx\\.org/dist/htmx\\.min|[a-z]+)\\.js");
        if (element.tagName().equals("script") && !ours
                || element.tagName().matches("img|object|embed|base|style")
                || element.tagName().equals("iframe") && !element.attr("src").startsWith("/preview/")) {
            findings.add(element.outerHtml());
        }
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
                findings.add("attribute " + attribute);
            }
            if (name.matches("href|src|action|formaction|xlink:href|hx-get|hx-post")
                    && (value.startsWith("javascript:")
                            || value.startsWith("data:")
                            || value.startsWith("vbscript:"))) {
                findings.add("link " + attribute);
            }
        }
        return findings;
    }

    private Belongings evil() {
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
        var all = new Belongings(
                Hostile.TEXT, account, connection, open, destination(tenant), UUID.randomUUID(), mute(tenant));
        UUID route = route(tenant, all.destination());
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
        });
        return all;
    }

    private UUID destination(String tenant) {
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

    private UUID route(String tenant, UUID destination) {
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

    private UUID mute(String tenant) {
        notifier.of(tenant, "labels")
                .add(JSON.valueToTree(Map.of("account", Hostile.TEXT, "labels", List.of(Hostile.TEXT))));
        return notifier.has(
                tenant,
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
