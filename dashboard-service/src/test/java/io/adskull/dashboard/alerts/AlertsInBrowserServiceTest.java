package io.adskull.dashboard.alerts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.adskull.dashboard.Fabricated.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.browser.Accessibility;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class AlertsInBrowserServiceTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Chromium chromium;

    NotifierStandIn notifier;

    private final Fabricated kids = Fabricated.account("Northwind Kids");

    @TestHTTPResource("/")
    URI dashboard;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void everyPageAboutAlertsCanBeUsedByAnybodyInBothSchemesAndOnAPhone() {
        UUID buyers = destination("Media buyers", Map.of());
        destination("Finance", Map.of("offAt", "2026-11-22T12:00:00Z", "offWhy", "Slack answered 404"));
        UUID route = notifier.has(
                kids.tenant(),
                "routes",
                Map.of(
                        "name", "Bills",
                        "destinations", List.of(buyers),
                        "platforms", List.of("tiktok"),
                        "accounts", List.of(),
                        "causes", List.of("BILLING_REQUIRED"),
                        "actors", List.of(),
                        "severities", List.of()));
        notifier.previews(kids.tenant(), """
                {"text": "said", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Hi* `1`"}}]}""");

        for (String path : List.of(
                "/alerts",
                "/alerts/destinations?kind=slack",
                "/alerts/destinations/" + buyers,
                "/alerts/routes",
                "/alerts/routes/" + route,
                "/alerts/mutes",
                "/alerts/labels",
                "/alerts/log",
                "/preview")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Page page = open(path, scheme == ColorScheme.LIGHT ? 1280 : 390, scheme)) {
                    assertThat(page.locator("h1")).isVisible();
                    assertThat(Accessibility.seriousFindings(page))
                            .as("%s, %s", path, scheme)
                            .isEmpty();
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                            .as("%s has to be scrolled sideways", path)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theLogSaysWhatWasSentToWhomAndWhatItsReceiverAnswered() {
        Incident incident = kids.permissionMissing("e1", "words", 3);
        kids.connected(NOON);
        kids.told(new Remediation.Opened(incident, NOON));
        kids.messaged(incident, "OPENED", "slack", "#ads", null);
        kids.messaged(incident, "OPENED", "webhook", "hooks.northwind.example", "410 <b>Gone</b>");
        await().atMost(SOON).untilAsserted(() -> assertThat(RestAssured.given()
                        .auth()
                        .oauth2(token())
                        .get("/api/alerts")
                        .jsonPath()
                        .getList("title"))
                .hasSize(2)
                .doesNotContainNull());

        try (Page page = open("/alerts/log", 1280, ColorScheme.LIGHT)) {
            assertThat(page.getByText("Given up: 410 <b>Gone</b>")).isVisible();
            assertThat(page.getByText("Slack #ads")).isVisible();
            assertThat(Accessibility.seriousFindings(page)).isEmpty();
            Chromium.picture(page, "alerts-log.png");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(incident.title()))
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText(incident.title());
        }
    }

    private UUID destination(String name, Map<String, Object> more) {
        var values = new HashMap<String, Object>(
                Map.of("name", name, "kind", "slack", "recipient", "#ads", "hearsRest", true));
        values.putAll(more);
        return notifier.has(kids.tenant(), "destinations", values);
    }

    private String token() {
        return RealIdentity.token("otto", kids.tenant(), "operator");
    }

    private Page open(String path, int width, ColorScheme scheme) {
        Page page = chromium.page(width, 900, scheme);
        page.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token()));
        page.navigate(dashboard.resolve(path).toString());
        return page;
    }
}
