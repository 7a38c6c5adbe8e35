package io.adskull.endtoend.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.testing.browser.Chromium;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page as the demo shows it, light and dark, whatever other tests have left there. `./adskull pictures`
/// copies what it leaves in `target/screenshots` to `docs/images`.
class PicturesIT {
    private static final double SOON = 60_000;
    private static final int WIDTH = 1280;
    private static final String REFUSED = "{\"code\": 40001, \"message\": \"No permission to operate advertiser\"}";

    private static Chromium browser;

    private final RunningSystem system = RunningSystem.get();
    private final List<String> errors = new ArrayList<>();

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
    void everyPageOfTheDemoIsWholeInLightAndDark() {
        JsonNode incident = theIncidentOfKids();
        String kids = incident.path("accountId").asText();
        await().atMost(Duration.ofSeconds(120)).until(() -> !system.messages().isEmpty());

        take("overview", system.dashboard("/"), "Open incidents");
        take("incidents", system.dashboard("/incidents"), "the worst first");
        take("incident", system.dashboard("/incidents/" + incident.path("id").asText()), "What to do");
        take("account", system.dashboard("/accounts/tiktok/" + kids), "The last 90 days");
        take("connections", system.dashboard("/connections"), "Connect a new platform");
        take("alerts", system.dashboard("/alerts"), "Add a destination");
        take("alerts-log", system.dashboard("/alerts/log"), "Delivered");
        take("preview", system.dashboard("/preview?cause=TOKEN_INVALID&channel=slack"), "Reconnect");
        take("errors", system.dashboard("/errors"), "Microsoft Advertising");
        take("error", system.dashboard("/errors/tiktok/40002"), "This code alone does not decide");
        take("operators", system.dashboard("/operators"), "Dead letters");
        take("inbox", system.simulator("/inbox"), "Alerts about connected ad accounts");
        explain();

        assertThat(errors).isEmpty();
    }

    private JsonNode theIncidentOfKids() {
        return await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> system.incidents().stream()
                                .filter(incident -> incident.path("accountName")
                                                .asText()
                                                .equals("Northwind Kids")
                                        && incident.path("state").asText().equals("open"))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private void explain() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page page = open(system.dashboard("/errors"), scheme)) {
                page.locator("textarea").fill(REFUSED);
                page.getByText("Explain it").click();
                isShown(page, "Who must act");
                Chromium.picture(page, name("explained", scheme));
            }
        }
    }

    private void take(String name, URI address, String words) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page page = open(address, scheme)) {
                isShown(page, words);
                Chromium.picture(page, name(name, scheme));
            }
        }
    }

    private Page open(URI address, ColorScheme scheme) {
        Page page = browser.page(WIDTH, 900, scheme);
        page.onPageError(error -> errors.add(address + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(address + ": " + message.text());
            }
        });
        page.navigate(address.toString());
        return page;
    }

    private static String name(String page, ColorScheme scheme) {
        return page + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
    }

    private static void isShown(Page page, String text) {
        assertThat(page.getByText(text).first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
    }
}
