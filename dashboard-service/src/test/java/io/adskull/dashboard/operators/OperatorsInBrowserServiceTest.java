package io.adskull.dashboard.operators;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.browser.Accessibility;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class OperatorsInBrowserServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private static Chromium chromium;

    @TestHTTPResource("/")
    URI dashboard;

    private final String key = "tiktok/70" + UUID.randomUUID().toString().substring(0, 8);

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
    void aDeadLetterIsReplayedByOneButtonAndTheSecondTimeOnlyWhenConfirmed() {
        trouble();
        Page page = page(ColorScheme.LIGHT, 1280);
        page.navigate(dashboard + "operators");

        letter(page).last().getByRole(AriaRole.BUTTON).click();

        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Replayed")))
                .isVisible();
        await().atMost(SOON).until(() -> {
            page.navigate(dashboard + "operators");
            return letter(page).count() == 2;
        });
        Locator first = letter(page).last();
        assertThat(first.getByText("by stella")).isVisible();
        first.getByText("Replay again…").click();
        first.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Replayed")))
                .isVisible();
        assertThat(letter(page).last().getByText("Replayed 2 times")).isVisible();
    }

    @Test
    void operatorsSeeWhatNeedsThemInEveryLightAndWidth() {
        trouble();

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(scheme, 1280);
            page.navigate(dashboard + "operators");
            letter(page).last().locator("summary").first().click();
            Chromium.picture(page, "operators-" + (scheme == ColorScheme.LIGHT ? "light" : "dark") + ".png");
            assertThat(Accessibility.seriousFindings(page)).isEmpty();
        }
        Page phone = page(ColorScheme.LIGHT, 390);
        phone.navigate(dashboard + "operators");
        Chromium.picture(phone, "operators-phone.png");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(Accessibility.seriousFindings(phone)).isEmpty();
    }

    /// The dead letters of this test's key, the newest first.
    private Locator letter(Page page) {
        return page.locator(".letter").filter(new Locator.FilterOptions().setHasText(key));
    }

    private void trouble() {
        Fabricated.account("Northwind Kids").connected(Fabricated.NOON);
        for (int account = 0; account < 3; account++) {
            Trouble.opened(Trouble.met(
                    Platform.TIKTOK,
                    "51999",
                    "Request cannot be processed at this time for the given objective of the campaign",
                    Instant.now()));
        }
        Trouble.opened(Trouble.met(Platform.LINKEDIN, null, "Upstream said no", Instant.now()));
        Trouble.opened(Trouble.wide(Platform.PINTEREST, Instant.now()));
        Trouble.said(Platform.PINTEREST, "Elevated error rates in the Ads API", "https://status.example.com/1");
        Trouble.unreadable(key, "{\"transition\":\"OPENED\",\"incident\":{\"id\":\"4184142d\"");
        await().atMost(SOON).untilAsserted(() -> {
            staff("/api/operators/dead-letters").body("key", hasItem(key));
            staff("/api/operators/unknown-errors").body("platform", hasItem("linkedin"));
        });
    }

    private static ValidatableResponse staff(String path) {
        return given().auth()
                .oauth2(RealIdentity.token("stella", "operators", "staff"))
                .get(path)
                .then();
    }

    private static Page page(ColorScheme scheme, int width) {
        Page page = chromium.page(width, 900, scheme);
        page.context()
                .setExtraHTTPHeaders(
                        Map.of("Authorization", "Bearer " + RealIdentity.token("stella", "operators", "staff")));
        return page;
    }
}
