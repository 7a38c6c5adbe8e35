package io.adskull.dashboard.library;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class LibraryInBrowserServiceTest {
    private static final String DENIED =
            "{\"code\":40001,\"message\":\"No permission to operate advertiser: 7012345678901234567\",\"request_id\":"
                    + "\"20261130204518010101050760A0E1C0F\",\"data\":{}}";

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
    void whoTypesACodeReadsWhatItMeans() {
        Page page = open("/errors", ColorScheme.LIGHT);
        Chromium.picture(page, "errors.png");
        page.getByLabel("Search codes").pressSequentially("tiktok 40105");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("TikTok error 40105"))
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("TikTok error 40105");
        assertThat(page.getByText("How to fix it")).isVisible();
    }

    @Test
    void anAnswerIsPastedAndExplainedWithTheKeyboardOnly() {
        Page page = open("/errors", ColorScheme.LIGHT);
        page.getByLabel("The answer that you got").focus();
        page.keyboard().insertText(DENIED);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("This connection has no access");
        assertThat(page.getByText("Why AdSkull says so")).isVisible();
        Chromium.picture(page, "errors-explained.png");
        assertThat(Accessibility.seriousFindings(page)).isEmpty();
    }

    @Test
    void aDisputedCodesMeaningsUnfold() {
        Page page = open("/errors/tiktok/40002", ColorScheme.LIGHT);
        assertThat(page.getByText("This code alone does not decide")).isVisible();
        page.getByText("This connection has no access to this ad account").click();

        assertThat(page.getByText("Choose this ad account, open Members")).isVisible();
        Chromium.picture(page, "errors-disputed.png");
    }

    @Test
    void everyPageCanBeReadInLightAndDarkAndOnAPhone() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String path : List.of(
                    "/errors",
                    "/errors?q=permission",
                    "/errors/meta",
                    "/errors/tiktok/40002",
                    "/errors/meta/190/463",
                    "/errors/tiktok/nothing")) {
                Page page = open(path, scheme);
                assertThat(Accessibility.seriousFindings(page)).as(path).isEmpty();
                Chromium.picture(
                        page,
                        "library-" + name(path) + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
                page.close();
            }
        }
        for (String path : List.of("/errors", "/errors/meta", "/errors/tiktok/40002")) {
            Page page = chromium.page(390, 844, ColorScheme.LIGHT);
            page.navigate(dashboard.resolve(path).toString());
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Chromium.picture(page, "library-" + name(path) + "-phone.png");
        }
    }

    @Test
    void theFilterShowsWhatFitsAsItIsTyped() {
        Page page = open("/errors/meta", ColorScheme.LIGHT);
        page.getByLabel("Filter codes").pressSequentially("190/463");

        assertThat(page.locator(".codes tbody tr")).hasCount(1);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all"))
                .click();
        assertThat(page.locator(".codes tbody tr")).not().hasCount(1);
    }

    private Page open(String path, ColorScheme scheme) {
        Page page = chromium.page(1280, 900, scheme);
        page.navigate(dashboard.resolve(path).toString());
        return page;
    }

    private static String name(String path) {
        return path.substring(1).replaceAll("\\W+", "-");
    }
}
