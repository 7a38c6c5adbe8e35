package io.adskull.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.Topic;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Incident;
import io.adskull.dashboard.Story;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.browser.Accessibility;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class IncidentInBrowserServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final LocatorAssertions.IsVisibleOptions VISIBLE_SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
    private static Chromium chromium;

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
    void twoPeopleWhoWatchAnIncidentSeeItEndWithoutReloading() {
        Story kids = story();
        Incident incident = opened(kids);
        List<Page> watching = List.of(page(kids, 1280, ColorScheme.LIGHT), page(kids, 390, ColorScheme.DARK));
        for (Page page : watching) {
            show(page, "incidents/" + incident.id());
            assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                    .isVisible(VISIBLE_SOON);
            assertThat(page.getByText("Who must act")).isVisible();
            page.evaluate("window.notReloaded = true");
        }

        kids.resolved(incident, kids.now());

        for (Page page : watching) {
            assertThat(page.getByText("What was to do")).isVisible(VISIBLE_SOON);
            assertThat(page.getByText("It lasted")).isVisible();
            assertThat(button(page, "Re-test")).hasCount(0);
            assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
            assertThat(page.title()).contains("resolved");
        }
    }

    @Test
    void withTheKeyboardAloneSomebodyAsksForARetestAndHearsThatItWasAsked() {
        Story kids = story();
        Incident incident = opened(kids);
        Page page = page(kids, 1280, ColorScheme.LIGHT);
        show(page, "incidents/" + incident.id());

        tabTo(page, button(page, "Re-test"));
        page.keyboard().press("Enter");

        assertThat(page.getByText("Asked, waiting for the answer…")).isVisible(VISIBLE_SOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(TestTopics.current().read(Topic.POLL_REQUESTS))
                .anyMatch(record -> record.key().equals(kids.who().account().toString())));

        kids.opened(kids.refused(Resource.PIXELS, kids.hoursAgo(1)));
        assertThat(page.locator(".works .denied"))
                .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis()));
        assertThat(page.getByText("Asked, waiting for the answer…")).isVisible();
        assertThat(button(page, "Re-test")).isFocused();
    }

    @Test
    void whoPressesInVainIsTold() {
        Story kids = story();
        Incident incident = opened(kids);
        Page page = page(kids, 1280, ColorScheme.LIGHT);
        show(page, "incidents/" + incident.id());
        page.route("**/re-test", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));

        button(page, "Re-test").click();

        assertThat(page.getByText("That did not work. Try again in a minute.")).isVisible(VISIBLE_SOON);
    }

    @Test
    void theTextsForSupportAndForTheAdminAreCopiedByOnePress() {
        Story kids = story();
        Incident incident = opened(kids);
        for (boolean over : List.of(false, true)) {
            if (over) {
                kids.resolved(incident, kids.now());
            }
            Page page = page(kids, 1280, ColorScheme.LIGHT);
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            await().atMost(SOON).untilAsserted(() -> {
                show(page, "incidents/" + incident.id());
                assertThat(page.getByText("What was to do")).hasCount(over ? 1 : 0);
            });

            button(page, "Copy for support").click();
            assertThat(button(page, "Copied for support")).isVisible();
            assertThat(clipboard(page))
                    .asString()
                    .startsWith("TikTok API: calls for Automated Rules")
                    .contains("Error code: 40001");

            button(page, "Copy for your admin").click();
            assertThat(button(page, "Copied for your admin")).isVisible();
            assertThat(clipboard(page)).asString().startsWith("Hello! AdSkull can no longer read Automated Rules");
        }
    }

    @Test
    void anybodyCanUseTheirPagesInLightDarkAndOnAPhone() {
        Story kids = story();
        Incident past = kids.opened(kids.refused(Resource.AUDIENCES, kids.hoursAgo(24 * 20)));
        kids.resolved(past, kids.hoursAgo(24 * 18 + 5));
        Incident hiccup = kids.opened(kids.troubled(Resource.REPORTING, kids.hoursAgo(24 * 40)));
        kids.resolved(hiccup, kids.hoursAgo(24 * 40 - 7));
        Incident incident = opened(kids);
        kids.who().messaged(incident, "OPENED", "slack", "#ads-alerts", null);
        kids.who().messaged(incident, "OPENED", "webhook", "hooks.northwind.example", "410 Gone");
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(RealIdentity.token("otto", kids.who().tenant(), "operator"))
                .get("/incidents/" + incident.id())
                .then()
                .body(containsString("410 Gone")));

        Map<String, String> pages = Map.of(
                "incident-open", "incidents/" + incident.id(),
                "incident-resolved", "incidents/" + past.id(),
                "account", "accounts/" + kids.who().account());
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 390)) {
                Page page = page(kids, width, scheme);
                pages.forEach((name, address) -> {
                    show(page, address);
                    if (name.equals("account")) {
                        assertThat(page.getByRole(AriaRole.IMG).first()).isVisible();
                    }
                    Chromium.picture(
                            page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
                    assertThat(Accessibility.seriousFindings(page)).isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s at %d fits", name, width)
                            .isEqualTo(true);
                });
            }
        }
    }

    @Test
    void theStripOfAnAccountSaysItsDaysInWordsToo() {
        Story kids = story();
        Incident past = kids.opened(kids.refused(Resource.AUDIENCES, kids.hoursAgo(24 * 20)));
        kids.resolved(past, kids.hoursAgo(24 * 18));
        Page page = page(kids, 390, ColorScheme.LIGHT);
        Locator strip = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Audiences:"));

        await().atMost(SOON).untilAsserted(() -> {
            show(page, "accounts/" + kids.who().account());
            assertThat(strip.getAttribute("aria-label")).contains("days with trouble: ");
        });
        tabTo(page, page.locator("#troubles-AUDIENCES summary"));
        page.keyboard().press("Enter");

        assertThat(page.locator("#troubles-AUDIENCES")).containsText("denied for 1 day, never worked");
    }

    private static Story story() {
        Story kids = Story.of("Northwind Kids");
        kids.who().connected(kids.hoursAgo(24 * 60));
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(RealIdentity.token("otto", kids.who().tenant(), "operator"))
                .get("/accounts/" + kids.who().account())
                .then()
                .statusCode(200));
        return kids;
    }

    private static Incident opened(Story kids) {
        Incident incident = kids.opened(kids.refused(Resource.AUTOMATED_RULES, kids.hoursAgo(30)));
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(RealIdentity.token("otto", kids.who().tenant(), "operator"))
                .get("/incidents/" + incident.id())
                .then()
                .statusCode(200));
        return incident;
    }

    private void show(Page page, String address) {
        page.navigate(dashboard.resolve(address).toString());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    private static Object clipboard(Page page) {
        return page.evaluate("navigator.clipboard.readText()");
    }

    private static Page page(Story of, int width, ColorScheme scheme) {
        Page page = chromium.page(width, 900, scheme);
        page.context()
                .setExtraHTTPHeaders(Map.of(
                        "Authorization",
                        "Bearer " + RealIdentity.token("otto", of.who().tenant(), "operator")));
        return page;
    }
}
