package io.adskull.endtoend.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.testing.browser.Chromium;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A person says where alerts go, in a real browser, and one arrives there. Nothing that is added hears the rest, and
/// all of it is deleted again: other tests share the system and its tenant.
class AlertsPageIT {
    private static Chromium browser;

    private final RunningSystem system = RunningSystem.get();
    private final Page page = browser.page(1280, 900, ColorScheme.LIGHT);

    @BeforeAll
    static void openBrowser() {
        browser = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void deleteAll() {
        Locator open = page.locator("details.ask > summary");
        page.navigate(system.dashboard("/alerts").toString());
        for (int left = open.count() - 1; left >= 0; left--) {
            open.first().click();
            page.locator("details.ask[open] .danger").click();
            assertThat(open).hasCount(left);
        }
    }

    @Test
    void aDestinationIsAddedAndTestedAndARouteLeadsThere() {
        page.navigate(system.dashboard("/").toString());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alerts"))
                .click();

        add(
                "slack",
                "Media buyers",
                system.simulator("/inbox/slack/media-buyers").toString());
        sendTest("Media buyers");
        await().atMost(Duration.ofSeconds(30)).until(() -> !system.messagesNaming("AdSkull reaches #media-buyers")
                .isEmpty());

        add("email", "Finance", "finance@northwind.example");
        confirm("finance@northwind.example");
        page.navigate(system.dashboard("/alerts").toString());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a route"))
                .click();
        page.locator("input[name=name]").fill("Bills to finance");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Send to"))
                .getByText("Finance (E-mail")
                .click();
        page.getByText("Billing required").click();
        page.locator("input[value=tiktok]").check();
        page.getByText("Save").click();

        assertThat(page.getByText("TikTok, billing required")).isVisible();
        sendTest("Finance");
    }

    @Test
    void aDestinationHasQuietHoursAndWhatIsMutedStandsThereUntilSomebodyEndsIt() {
        page.navigate(system.dashboard("/alerts").toString());
        page.getByText("Quiet hours, summary and who hears next").click();
        page.locator("input[name=quietFrom]").fill("22:00");
        page.locator("input[name=quietTo]").fill("07:00");
        page.locator("select[name=digest]").selectOption("weekly");
        page.locator("input[name=zone]").fill("Europe/Berlin");
        add("webhook", "Our program", "https://hooks.northwind.example/adskull");
        assertThat(row("Our program"))
                .containsText("Quiet from 22:00 to 07:00 (Europe/Berlin), but for what is critical");
        assertThat(row("Our program")).containsText("Summary on Mondays");

        page.getByText("Mute something").click();
        page.locator("select[name=platform]").selectOption("snapchat");
        page.locator("select[name=cause]").selectOption("CONFLICT");
        page.locator("input[name=why]").fill("We test");
        page.getByText("Mute it").click();
        assertThat(row("Snapchat: conflict")).containsText("We test");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End the mute of Snapchat: conflict"))
                .click();
        assertThat(row("Snapchat: conflict")).hasCount(0);
    }

    @Test
    void anyAlertIsLookedAtBeforeItIsSent() {
        page.navigate(system.dashboard("/preview").toString());
        page.locator("select[name=cause]").selectOption("BILLING_REQUIRED");
        assertThat(page.locator(".slack-header")).containsText("payment");

        page.locator("select[name=channel]").selectOption("email");
        assertThat(page.frameLocator("iframe.mail").locator("body")).containsText("Who has to act");
        Chromium.picture(page, "preview.png");
    }

    private void add(String kind, String name, String address) {
        page.locator("input[value=" + kind + "]").check();
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=address]").fill(address);
        if (kind.equals("slack")) {
            page.locator("input[name=recipient]").fill("#media-buyers");
        }
        page.locator("input[name=hearsRest]").uncheck();
        page.getByText("Add it").click();
        assertThat(row(name)).isVisible();
    }

    /// As its reader does: by the link in the mail, and the button behind it.
    private void confirm(String address) {
        String asks = "May AdSkull write to " + address + "?";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !system.messagesNaming(asks).isEmpty());
        String link =
                system.messagesNaming(asks).getFirst().path("links").path(0).asText();
        page.navigate(link);
        page.getByText("Yes, write to this address").click();
        assertThat(page.getByText("Confirmed: AdSkull writes to " + address)).isVisible();
    }

    private void sendTest(String name) {
        row(name).getByText("Send test").click();
        assertThat(row(name).locator(".outcome.good")).containsText("Delivered");
    }

    private Locator row(String name) {
        return page.locator(".row", new Page.LocatorOptions().setHasText(name)).first();
    }
}
