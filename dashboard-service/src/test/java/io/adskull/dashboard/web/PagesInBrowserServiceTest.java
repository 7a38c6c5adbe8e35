package io.adskull.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class PagesInBrowserServiceTest {
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
    void aNewTenantIsShownHowToBegin() {
        Page page = page(Fabricated.account("nobody"), ColorScheme.LIGHT);
        page.navigate(dashboard.toString());

        assertThat(page.getByText("Connect the first account")).isVisible();
        Chromium.picture(page, "overview-empty.png");
        assertThat(Accessibility.seriousFindings(page)).isEmpty();
    }

    private static Page page(Fabricated who, ColorScheme scheme) {
        Page page = chromium.page(1280, 900, scheme);
        page.context()
                .setExtraHTTPHeaders(
                        Map.of("Authorization", "Bearer " + RealIdentity.token("otto", who.tenant(), "operator")));
        return page;
    }
}
