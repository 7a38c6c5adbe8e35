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
import io.adskull.contract.account.ConnectionId;
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
class OverviewInBrowserServiceTest {
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
    void aNewTenantIsShownHowToBegin() {
        Page page = open("/", 1280, ColorScheme.LIGHT);

        assertThat(page.getByText("Connect the first account")).isVisible();
        assertThat(Accessibility.seriousFindings(page)).isEmpty();
    }

    @Test
    void theBoardShowsAtAGlanceWhatWorksInBothSchemesAndOnAPhone() {
        connectSome();

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 390)) {
                Page page = open("/", width, scheme);
                isShown(row(page, "Northwind Kids").getByText("Broken"));
                isShown(row(page, "Fabrikam Shoes").getByText("Degraded"));
                isShown(row(page, "Contoso Travel").getByText("Healthy"));
                Chromium.picture(
                        page,
                        "overview-%d-%s.png".formatted(width, scheme.name().toLowerCase()));
                assertThat(Accessibility.seriousFindings(page)).isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as("has to be scrolled sideways at %d px", width)
                        .isFalse();
            }
        }
        Page grouped = open("/?group=platform", 1280, ColorScheme.LIGHT);
        isShown(grouped.locator(".group").first());
        Chromium.picture(grouped, "overview-grouped.png");
        assertThat(Accessibility.seriousFindings(grouped)).isEmpty();
    }

    @Test
    void whatBreaksAndHealsIsSeenByEveryBrowserWithoutReloading() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids");
        kids.connected(NOON);
        Page one = open("/", 1280, ColorScheme.LIGHT);
        Page other = open("/", 1280, ColorScheme.DARK);
        isShown(row(one, "Northwind Kids").getByText("Healthy"));
        isShown(row(other, "Northwind Kids").getByText("Healthy"));

        Incident incident = kids.failing(Actor.BUSINESS_ADMIN, Severity.WARNING, AutomaticAction.RETEST_SLOWLY);
        kids.told(new Remediation.Opened(incident, NOON));
        isShown(row(one, "Northwind Kids").getByText("Degraded"));
        isShown(row(other, "Northwind Kids").getByText("Degraded"));

        kids.told(new Remediation.Resolved(incident, NOON.plusSeconds(60), "It answers again"));
        isShown(row(one, "Northwind Kids").getByText("Healthy"));
        isShown(row(other, "Northwind Kids").getByText("Healthy"));
    }

    @Test
    void everythingIsReachedByTheKeyboardAlone() {
        connectSome();
        Page page = open("/", 1280, ColorScheme.LIGHT);
        isShown(row(page, "Contoso Travel"));

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        tabTo(page, page.getByLabel("Search accounts"));
        page.keyboard().type("contoso");
        page.keyboard().press("Enter");
        assertThat(page.locator(".parts .one")).hasCount(1);

        tabTo(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Contoso Travel")));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Contoso Travel");
    }

    @Test
    void aChosenPlatformCountsAtOnce() {
        connectSome();
        Page page = open("/", 1280, ColorScheme.LIGHT);
        isShown(row(page, "Contoso Travel"));

        page.locator("select[name=platform]").selectOption("google");

        assertThat(page.locator(".parts .one")).hasCount(1);
        assertThat(page.locator(".parts .one")).containsText("Fabrikam Shoes");
    }

    private void connectSome() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids");
        ConnectionId gone = new ConnectionId(UUID.randomUUID());
        kids.connectedBy(gone, NOON);
        kids.connectionDied(gone, NOON);
        Fabricated shoes = account(Platform.GOOGLE, "Fabrikam Shoes");
        shoes.connected(NOON);
        shoes.told(new Remediation.Opened(shoes.permissionMissing("e1", "Switch on Automated Rules", 3), NOON));
        Fabricated rules = account(Platform.TIKTOK, "Northwind Sneakers");
        rules.connected(NOON);
        rules.told(new Remediation.Opened(
                rules.failing(Actor.AUTOMATIC, Severity.WARNING, AutomaticAction.RETRY_WITH_BACKOFF), NOON));
        account(Platform.LINKEDIN, "Contoso Travel").connected(NOON);
        account(Platform.AMAZON, "A Datum & Sons, a name that is longer than any column wants it to be")
                .connected(NOON);
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
        return page.locator(".parts .one", new Page.LocatorOptions().setHasText(name));
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
