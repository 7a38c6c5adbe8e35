package io.adskull.dashboard.connections;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.account.Platform;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.browser.Accessibility;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class ConnectionsInBrowserServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final List<String> ALL_OF_TIKTOK =
            List.of("1", "2", "3", "4", "6", "8", "17000000", "12000000", "9");

    private static Chromium chromium;

    @TestHTTPResource("/")
    URI dashboard;

    private final String tenant = Consented.someTenant();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

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
    void everyConnectionShowsWhatItGivesAndUntilWhen() {
        Consented lost = agency();

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String look = scheme == ColorScheme.LIGHT ? "light" : "dark";
            Page page = page(scheme, 1280);
            page.navigate(dashboard + "connections");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("3 connections need somebody");
            Chromium.picture(page, "connections-" + look + ".png");
            assertThat(Accessibility.seriousFindings(page)).isEmpty();

            page.navigate(dashboard + "connections/" + lost.connection());
            assertThat(page.getByText("invalid_grant").first()).isVisible();
            Chromium.picture(page, "connection-" + look + ".png");
            assertThat(Accessibility.seriousFindings(page)).isEmpty();
        }
    }

    @Test
    void aPhoneShowsItAllWithoutScrollingSideways() {
        agency();
        Page page = page(ColorScheme.LIGHT, 390);
        page.navigate(dashboard + "connections");

        assertThat(page.getByText("What ends in the next 90 days")).isVisible();
        Chromium.picture(page, "connections-phone.png");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void accountsAndHistoryUnfoldByKeyboardAndStayUnfoldedWhenNewsComes() {
        Consented agency = Consented.by("Northwind Agency", tenant, Platform.TIKTOK, "advertiser")
                .reaches(ALL_OF_TIKTOK, now.minus(Duration.ofDays(9)), "Kids", "Men")
                .renewed(now.minusSeconds(600), now.plusSeconds(3600));
        awaitConnections(1);
        Page page = page(ColorScheme.LIGHT, 1280);
        page.navigate(dashboard + "connections");
        assertThat(page.locator("#live")).hasAttribute("data-state", "on");

        page.getByText("2 accounts").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Men")))
                .isVisible();
        agency.lost(now, "invalid_grant");

        assertThat(page.locator(".connection-head .state")).hasText("Must be connected again");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Men")))
                .isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Northwind Agency").setExact(true))
                .first()
                .click();
        assertThat(page.getByText("Access lost: must be connected again")).isVisible();
    }

    private Consented agency() {
        Consented lost = Consented.by("Northwind Agency", tenant, Platform.TIKTOK, "advertiser")
                .reaches(ALL_OF_TIKTOK, day(-40), "Northwind Kids", "Northwind Men", "Northwind Sneakers")
                .consentedAgain(day(-40), day(-39))
                .renewed(day(-3), day(-2))
                .notRenewed(day(-2), "TikTok answers 50000: internal error", day(-1))
                .lost(day(-1), "invalid_grant: the refresh token was revoked");
        Consented.by("Lumen Studio", tenant, Platform.LINKEDIN, "advertiser")
                .reaches(List.of("openid", "profile", "r_ads", "r_ads_reporting"), day(-350), "Lumen Studio EMEA")
                .renewed(day(-20), day(40))
                .ends(day(-1), day(13));
        Consented.by("Harbour & Pine", tenant, Platform.TIKTOK, "advertiser")
                .reaches(List.of("1", "2", "4", "6", "8", "12000000"), day(-3), "Harbour Boats", "Pine Cabins")
                .renewed(day(-1), day(1));
        Consented.by("Paper Crane", tenant, Platform.META, "user")
                .reaches(List.of("ads_read", "ads_management", "public_profile"), day(-6), "Paper Crane US")
                .consentedAgain(day(-6), day(54));
        Consented.by("Old Agency", tenant, Platform.X, "advertiser").ended(day(-5));
        awaitConnections(5);
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(RealIdentity.token("otto", tenant, "operator"))
                .get("/api/connections")
                .then()
                .body("items.standing", equalTo(List.of("lost", "ending", "lacking", "working", "disconnected"))));
        return lost;
    }

    private void awaitConnections(int count) {
        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(RealIdentity.token("otto", tenant, "operator"))
                .get("/api/connections")
                .then()
                .body("items.size()", equalTo(count)));
    }

    private Instant day(int fromNow) {
        return now.plus(Duration.ofDays(fromNow));
    }

    private Page page(ColorScheme scheme, int width) {
        Page page = chromium.page(width, 900, scheme);
        page.context()
                .setExtraHTTPHeaders(
                        Map.of("Authorization", "Bearer " + RealIdentity.token("otto", tenant, "operator")));
        return page;
    }
}
