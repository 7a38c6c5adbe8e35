package io.adskull.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.adskull.dashboard.Fabricated.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.browser.Accessibility;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class IncidentsInBrowserServiceTest {
    private static final double SOON = 30_000;

    private static Chromium chromium;

    private final String tenant = "tenant-" + UUID.randomUUID().toString().substring(0, 8);

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
    void theListIsWholeInBothSchemesAndOnAPhone() {
        breakSome();

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 390)) {
                Page page = open("/incidents", width, scheme);
                assertThat(page.locator(".incident"))
                        .hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
                Chromium.picture(
                        page,
                        "incidents-%d-%s.png".formatted(width, scheme.name().toLowerCase()));
                assertThat(Accessibility.seriousFindings(page)).isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as("has to be scrolled sideways at %d px", width)
                        .isFalse();
            }
        }
        Page none = open("/incidents?q=nowhere", 1280, ColorScheme.LIGHT);
        isShown(none.getByText("No open incident matches."));
        Chromium.picture(none, "incidents-none.png");
        assertThat(Accessibility.seriousFindings(none)).isEmpty();
    }

    @Test
    void whatOpensAndIsResolvedIsSeenWithoutReloading() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids");
        kids.connected(NOON);
        Page page = open("/incidents", 1280, ColorScheme.LIGHT);
        isShown(page.getByText("Nothing is broken"));
        Page filtered = open("/incidents?platform=google", 1280, ColorScheme.LIGHT);
        isShown(filtered.getByText("No open incident matches."));

        Incident incident = kids.permissionMissing("e1", "Switch on Automated Rules", 3);
        kids.told(new Remediation.Opened(incident, NOON));
        isShown(row(page, "Northwind Kids"));
        assertThat(page.locator("h1")).hasText("1 incident is open");
        assertThat(filtered.locator("h1"))
                .hasText("1 incident is open", new LocatorAssertions.HasTextOptions().setTimeout(SOON));
        assertThat(filtered.getByText("No open incident matches.")).isVisible();

        kids.told(new Remediation.Resolved(incident, NOON.plusSeconds(60), "It answers again"));
        isShown(page.getByText("Nothing is broken"));
    }

    @Test
    void aFilterCountsAtOnceAndTheKeyboardReachesAll() {
        breakSome();
        Page page = open("/incidents", 1280, ColorScheme.LIGHT);
        assertThat(page.locator(".incident")).hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(SOON));

        page.locator("select[name=platform]").selectOption("google");
        assertThat(page.locator(".incident")).hasCount(1);
        assertThat(row(page, "Fabrikam Shoes")).isVisible();

        tabTo(page, page.getByLabel("Search incidents by account"));
        page.keyboard().type("contoso");
        page.keyboard().press("Enter");
        tabTo(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all")));
        page.keyboard().press("Enter");
        assertThat(page.locator(".incident")).hasCount(4);
        tabTo(page, page.locator(".incident > summary").first());
        page.keyboard().press("Enter");
        tabTo(page, page.getByText("Open this incident’s page").first());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Automated Rules are refused");
    }

    @Test
    void theListGoesOnWhereItEndedAndBackAgain() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids");
        for (int i = 0; i < 52; i++) {
            kids.told(new Remediation.Opened(kids.permissionMissing("e" + i, "number " + i, 1), NOON));
        }
        Page page = open("/incidents?q=kids", 1280, ColorScheme.LIGHT);
        assertThat(page.locator("h1"))
                .hasText("52 incidents are open", new LocatorAssertions.HasTextOptions().setTimeout(SOON));

        page.getByText("Less urgent").click();
        assertThat(page.locator(".incident")).hasCount(2);
        assertThat(page.getByLabel("Search incidents by account")).hasValue("kids");
        page.locator(".pager").getByText("Worst").click();
        assertThat(page.locator(".incident")).hasCount(50);
    }

    private void breakSome() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids");
        kids.connected(NOON);
        kids.told(new Remediation.Opened(
                kids.failing(Actor.ACCOUNT_USER, Severity.CRITICAL, AutomaticAction.RETEST_SLOWLY), NOON));
        Fabricated shoes = account(Platform.GOOGLE, "Fabrikam Shoes");
        shoes.connected(NOON);
        shoes.told(new Remediation.Opened(shoes.permissionMissing("e1", "Switch on Automated Rules", 3), NOON));
        Fabricated rules = account(Platform.AMAZON, "A Datum & Sons, a name that is longer than most");
        rules.connected(NOON);
        rules.told(new Remediation.Opened(
                rules.failing(Actor.AUTOMATIC, Severity.WARNING, AutomaticAction.RETRY_WITH_BACKOFF), NOON));
        Fabricated travel = account(Platform.LINKEDIN, "Contoso Travel");
        travel.connected(NOON);
        travel.told(new Remediation.Opened(
                travel.failing(Actor.BILLING_OWNER, Severity.CRITICAL, AutomaticAction.RETEST_SLOWLY), NOON));
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 100; i++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("cannot be reached by Tab: " + wanted);
    }

    private static Locator row(Page page, String name) {
        return page.locator(".incident", new Page.LocatorOptions().setHasText(name));
    }

    private static void isShown(Locator what) {
        assertThat(what).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
    }

    private Fabricated account(Platform platform, String name) {
        String number = Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits()));
        return new Fabricated(tenant, new AccountKey(platform, number), name);
    }

    private Page open(String path, int width, ColorScheme scheme) {
        Page page = chromium.page(width, 900, scheme);
        page.context()
                .setExtraHTTPHeaders(
                        Map.of("Authorization", "Bearer " + RealIdentity.token("otto", tenant, "operator")));
        page.navigate(dashboard.resolve(path).toString());
        return page;
    }
}
