package io.adskull.endtoend.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a person sees in a real browser. Leaves pictures in `target/screenshots`; those in `docs/images` are
/// copies.
class BrowserIT {
    private static final List<String> CHROMIUM = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final double SOON = 90_000;

    private static Playwright playwright;
    private static Browser browser;

    private final RunningSystem system = RunningSystem.get();

    @BeforeAll
    static void openBrowser() {
        Optional<Path> chromium =
                CHROMIUM.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium here: install it to prove the pages in a browser");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void theDashboardShowsTheEightAccountsAndWhatIsBroken() {
        Page page = page(1280, 1400, ColorScheme.LIGHT);
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
        picture(page, "dashboard.png");

        Page dark = page(390, 844, ColorScheme.DARK);
        dark.navigate(system.dashboard("/").toString());
        isShown(dark, "Northwind Kids");
        picture(dark, "dashboard-phone-dark.png");
    }

    @Test
    void theInboxShowsTheMessagesAsPeopleGetThem() {
        Page page = page(1280, 1000, ColorScheme.LIGHT);
        page.navigate(system.simulator("/inbox").toString());
        isShown(page, "TikTok has suspended Northwind Beauty");
        picture(page, "inbox.png");
    }

    private static Page page(int width, int height, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme))
                .newPage();
    }

    private static void isShown(Page page, String text) {
        assertThat(page.getByText(text).first()).isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(SOON));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name)));
    }
}
