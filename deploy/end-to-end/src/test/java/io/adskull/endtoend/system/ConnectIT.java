package io.adskull.endtoend.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.ticket.ConnectTicket;
import io.adskull.contract.ticket.TicketSeal;
import io.adskull.testing.browser.Chromium;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A person with a browser connects, hesitates, forgets a tick, uses the wrong login, and leaves.
class ConnectIT {
    private static final String TENANT = "demo";

    /// Who owns a connection there, and somebody else who has a login.
    private enum At {
        TIKTOK(Platform.TIKTOK, "advertiser", "contoso", "northwind"),
        GOOGLE(Platform.GOOGLE, "advertiser", "contoso", "lumen"),
        META(Platform.META, "user", "contoso", "lumen");

        private final Platform platform;
        private final String kind;
        private final String login;
        private final String other;

        At(Platform platform, String kind, String login, String other) {
            this.platform = platform;
            this.kind = kind;
            this.login = login;
            this.other = other;
        }
    }

    private static Chromium browser;

    private final RunningSystem system = RunningSystem.get();
    private final Page page = browser.page(1000, 900, ColorScheme.LIGHT);

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

    @ParameterizedTest
    @EnumSource(At.class)
    void aPersonConnectsHesitatesUsesAnotherLoginRenewsAndLeaves(At at) {
        page.navigate(connectLink(at.platform, at.kind));
        decide(at.login, "cancel");
        sees("Nothing was connected");
        Chromium.picture(page, "connect-" + at.platform.id() + "-cancelled.png");
        page.getByText("Start again", new Page.GetByTextOptions().setExact(true))
                .click();
        decide(at.login, "authorize");
        assertThat(page).hasURL(Pattern.compile(".*[?&]connected=.*"));
        String connection = page.url().replaceAll(".*connected=", "");
        String business = listed(at.platform, connection).path("businessName").asText();

        String link = reconnectLink(at.platform, connection);
        page.navigate(link);
        decide(at.other, "authorize");
        sees("This is another login");
        sees(business);
        Chromium.picture(page, "connect-" + at.platform.id() + "-other-login.png");
        page.getByText("Start again", new Page.GetByTextOptions().setExact(true))
                .click();
        decide(at.login, "authorize");
        assertThat(page).hasURL(Pattern.compile(".*[?&]connected=" + connection));
        assertThat(listed(at.platform, connection).path("state").asText()).isEqualTo("CONNECTED");

        page.navigate(link);
        sees("Already reconnected");
        Chromium.picture(page, "connect-" + at.platform.id() + "-used.png");
        if (at != At.TIKTOK) {
            page.navigate(accountPage(at.platform, connection));
            page.getByText("Disconnect…").click();
            sees("Disconnect “" + business + "”?");
            Chromium.picture(page, "connect-" + at.platform.id() + "-disconnect.png");
            page.locator("button[value=disconnect]").click();
            sees("“" + business + "” is disconnected");
            assertThat(connections(at.platform))
                    .noneMatch(c -> c.path("id").asText().equals(connection));
            page.navigate(reconnectLink(at.platform, connection));
            sees("This connection has ended");
        }
    }

    @Test
    void whoForgetsATickIsShownWhatIsMissingAndDecides() {
        Page phone = browser.page(390, 844, ColorScheme.DARK);
        page.navigate(connectLink(Platform.GOOGLE, "advertiser"));
        decide("northwind", "authorize");
        String connection = page.url().replaceAll(".*connected=", "");
        int before = accounts(connection);

        phone.navigate(reconnectLink(Platform.GOOGLE, connection));
        phone.locator("input[name=login][value=northwind]").check();
        phone.locator("input[name=account][value='9012345674']").uncheck();
        phone.locator("button[value=authorize]").click();
        assertThat(phone.getByText("You shared less than before")).isVisible();
        assertThat(phone.getByText("Northwind Direct")).isVisible();
        Chromium.picture(phone, "connect-less-phone-dark.png");
        assertThat(accounts(connection)).isEqualTo(before);
        phone.getByText("Keep it so", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(phone).hasURL(Pattern.compile(".*[?&]connected=" + connection));
        assertThat(accounts(connection)).isEqualTo(before - 1);
        disconnect(connection);
    }

    @Test
    void aTikTokProfileIsConnectedByItsOwner() {
        page.navigate(connectLink(Platform.TIKTOK, "tiktok-account"));
        decide("lumen", "cancel");
        sees("Nothing was connected");
        page.getByText("Start again", new Page.GetByTextOptions().setExact(true))
                .click();
        decide("lumen", "authorize");
        assertThat(page).hasURL(Pattern.compile(".*[?&]connected=.*"));
    }

    @Test
    void aLinkThatWasCutOffSaysSo() {
        String link = reconnectLink(Platform.TIKTOK, "00000000-0000-0000-0000-000000000000");
        page.navigate(link.substring(0, link.length() - 5));
        sees("This link is not one of ours");
    }

    private void decide(String login, String decision) {
        page.locator("input[name=login][value=" + login + "]").check();
        Locator button = page.locator("button[value=" + decision + "]");
        button.click();
    }

    private void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    private String connectLink(Platform platform, String kind) {
        String ticket = seal().sign(ConnectTicket.first(TENANT, platform, kind, Instant.now()));
        return system.tokenService("/connect/" + platform.id() + "?kind=" + kind + "&ticket=" + ticket)
                .toString();
    }

    private String reconnectLink(Platform platform, String connection) {
        String ticket =
                seal().sign(ConnectTicket.again(TENANT, platform, ConnectionId.parse(connection), Instant.now()));
        return system.tokenService("/reconnect?ticket=" + ticket).toString();
    }

    private TicketSeal seal() {
        return new TicketSeal(system.home().ticketKey());
    }

    /// Of the connection's first account, as soon as the dashboard shows it.
    private String accountPage(Platform platform, String connection) {
        String account =
                listed(platform, connection).path("accounts").path(0).path("id").asText();
        await().until(() -> system.accounts().stream()
                .anyMatch(shown -> shown.path("accountId").asText().equals(account)));
        return system.dashboard("/accounts/" + platform.id() + "/" + account).toString();
    }

    private JsonNode listed(Platform platform, String connection) {
        return connections(platform).stream()
                .filter(c -> c.path("id").asText().equals(connection))
                .findFirst()
                .orElseThrow();
    }

    private int accounts(String connection) {
        return listed(Platform.GOOGLE, connection).path("accounts").size();
    }

    private List<JsonNode> connections(Platform platform) {
        URI all = system.tokenService("/connections");
        return StreamSupport.stream(system.get(all).spliterator(), false)
                .filter(c -> c.path("platform").asText().equals(platform.id()))
                .toList();
    }

    private void disconnect(String connection) {
        int status = system.delete(system.tokenService("/connections/" + connection));
        assertThat(status).isEqualTo(204);
    }
}
