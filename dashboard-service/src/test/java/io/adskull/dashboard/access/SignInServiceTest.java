package io.adskull.dashboard.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.browser.Accessibility;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class SignInServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration USUAL = Duration.ofHours(1);
    private static Chromium chromium;

    @TestHTTPResource("/")
    URI dashboard;

    RealIdentity identity;
    NotifierStandIn notifier;

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

    @AfterEach
    void sessionsLastAsUsual() {
        identity.sessionsBeginWith(USUAL);
    }

    @Test
    void whoSignsInComesToWhatTheyAskedForAndAfterSigningOutNothingOfItCanBeSeen() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = opened(kids);
        Page page = chromium.page(1280, 900, ColorScheme.LIGHT);
        String address =
                dashboard.resolve("/incidents/" + incident.id() + "?from=mail").toString();

        SignInPage.open(page, address, "Vera Viewer", kids.tenant(), "viewer");

        assertThat(page).hasURL(address);
        Chromium.picture(page, "signin-header.png");
        assertThat(page.getByRole(AriaRole.BANNER)).containsText("Vera Viewer");
        assertThat(page.getByRole(AriaRole.BANNER)).containsText(kids.tenant());
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Automated Rules are refused");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        assertThat(page.getByText("You are signed out")).isVisible();
        assertThat(page).hasURL(dashboard.resolve("/signed-out").toString());
        assertThat(cookies(page)).noneMatch(cookie -> cookie.name.startsWith("q_session"));
        Chromium.picture(page, "signin-signed-out.png");
        assertThat(Accessibility.seriousFindings(page)).isEmpty();
        page.goBack();
        page.waitForLoadState();
        assertThat(page.content()).doesNotContain("Automated Rules", "Northwind Kids", kids.tenant());
    }

    @Test
    void aSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        Page page = chromium.page(1280, 900, ColorScheme.LIGHT);
        SignInPage.open(page, dashboard.toString(), "otto", "t-cookies", "operator");
        assertThat(page.getByRole(AriaRole.BANNER)).containsText("otto");

        List<Cookie> session = cookies(page).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .toList();

        assertThat(session).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(cookie.value).doesNotContain("eyJhbGciOiJSUzI1NiI");
        });
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    @Test
    void aChangeWithASessionsCookieMustSayWhereItComesFrom() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = opened(kids);
        Page page = chromium.page(1280, 900, ColorScheme.LIGHT);
        SignInPage.open(page, dashboard.toString(), "otto", kids.tenant(), "operator");
        assertThat(page.getByRole(AriaRole.BANNER)).containsText("otto");
        String retest = "/api/incidents/" + incident.id() + "/re-test";

        withSession(page).post(retest).then().statusCode(403);
        withSession(page)
                .header("Sec-Fetch-Site", "cross-site")
                .post(retest)
                .then()
                .statusCode(403);
        withSession(page)
                .header("Sec-Fetch-Site", "same-origin")
                .post(retest)
                .then()
                .statusCode(202);
    }

    @Test
    void notifierServiceHearsWhoIsSignedIn() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        notifier.has(
                kids.tenant(),
                "destinations",
                Map.of("kind", "slack", "name", "Buyers’ channel", "recipient", "#ads", "hearsRest", true));
        Page page = chromium.page(1280, 900, ColorScheme.LIGHT);

        SignInPage.open(page, dashboard.resolve("/alerts").toString(), "vera", kids.tenant(), "viewer");

        assertThat(page.getByText("Buyers’ channel")).isVisible();
    }

    @Test
    void whoBelongsToNoTeamIsToldWhomToAskAndCanSignOut() {
        Page page = chromium.page(1280, 900, ColorScheme.LIGHT);
        SignInPage.open(page, dashboard.toString(), "nora", " ", "admin");

        assertThat(page.getByText("Your login belongs to no team here")).isVisible();
        assertThat(page.getByText("Ask whoever runs AdSkull for you")).isVisible();
        assertThat(page.getByText("You are signed in as nora")).isVisible();
        Chromium.picture(page, "signin-no-team.png");
        assertThat(Accessibility.seriousFindings(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByText("You are signed out")).isVisible();
    }

    @Test
    void aSessionIsRenewedUnasked() {
        identity.sessionsBeginWith(Duration.ofSeconds(4));
        Page page = chromium.page(1280, 900, ColorScheme.LIGHT);
        SignInPage.open(page, dashboard.toString(), "otto", "t-renewed", "operator");
        assertThat(page.getByRole(AriaRole.BANNER)).containsText("otto");
        String first = session(page);

        await().atMost(SOON).until(() -> {
            page.navigate(dashboard.toString());
            return !session(page).equals(first);
        });

        assertThat(page.getByRole(AriaRole.BANNER)).containsText("otto");
        assertThat(page).hasURL(dashboard.toString());
    }

    @Test
    void aPageWhoseSessionIsOverStaysAndSaysSo() {
        identity.sessionsBeginWith(Duration.ofSeconds(4));
        Page page = chromium.page(390, 844, ColorScheme.DARK);
        SignInPage.open(page, dashboard.toString(), "otto", "t-over", "operator");
        assertThat(page.getByText("Connect the first account")).isVisible();
        Chromium.picture(page, "signin-phone.png");

        page.context().clearCookies();

        assertThat(again(page)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));
        assertThat(page.getByText("Connect the first account")).isVisible();
        Chromium.picture(page, "signin-session-over.png");
        assertThat(Accessibility.seriousFindings(page)).isEmpty();
        again(page).click();
        SignInPage.signIn(page, "otto", RealIdentity.claims("t-over", "operator"));
        assertThat(page).hasURL(dashboard.toString());
    }

    private static Locator again(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again"));
    }

    private static RequestSpecification notFollowing() {
        return given().redirects().follow(false);
    }

    private RequestSpecification withSession(Page page) {
        return notFollowing()
                .cookies(cookies(page).stream()
                        .collect(Collectors.toMap(cookie -> cookie.name, cookie -> cookie.value)));
    }

    private List<Cookie> cookies(Page page) {
        return page.context().cookies(dashboard.toString());
    }

    private String session(Page page) {
        return cookies(page).stream()
                .filter(cookie -> cookie.name.startsWith("q_session"))
                .map(cookie -> cookie.value)
                .collect(Collectors.joining());
    }

    private static Incident opened(Fabricated kids) {
        Incident incident = kids.permissionMissing("e1", "words", 3);
        kids.connected(NOON);
        kids.told(new Remediation.Opened(incident, NOON));
        String token = RealIdentity.token("vera", kids.tenant(), "viewer");
        await().atMost(SOON).untilAsserted(() -> {
            given().auth().oauth2(token).get("/api/incidents").then().body("$", hasSize(1));
            given().auth().oauth2(token).get("/api/accounts").then().body("$", hasSize(1));
        });
        return incident;
    }
}
