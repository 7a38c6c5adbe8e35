package io.adskull.endtoend.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.testing.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person sees in a real browser, of the demo.
class BrowserIT {
    private static final double SOON = 90_000;

    private static Chromium browser;

    private final RunningSystem system = RunningSystem.get();

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

    @Test
    void theDashboardShowsTheEightAccountsAndWhatIsBroken() {
        Page page = browser.page(1280, 1400, ColorScheme.LIGHT);
        page.navigate(system.dashboard("/").toString());
        for (String name : List.of(
                "Northwind Sneakers",
                "Northwind Outdoor",
                "Northwind Kids",
                "Northwind Home",
                "Northwind Beauty",
                "Northwind Garden",
                "Contoso Travel",
                "Lumen Studio")) {
            isShown(page, name);
        }
        isShown(page, "TikTok has suspended Northwind Beauty");
        isShown(page, "Northwind Kids does not let this connection use Automated Rules");

        Page dark = browser.page(390, 844, ColorScheme.DARK);
        dark.navigate(system.dashboard("/").toString());
        isShown(dark, "Northwind Kids");
    }

    @Test
    void theInboxShowsTheMessagesAsPeopleGetThem() {
        Page page = browser.page(1280, 1000, ColorScheme.LIGHT);
        page.navigate(system.simulator("/inbox").toString());
        isShown(page, "TikTok has suspended Northwind Beauty");
    }

    private static void isShown(Page page, String text) {
        assertThat(page.getByText(text).first()).isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(SOON));
    }
}
