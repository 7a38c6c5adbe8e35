package io.adskull.endtoend.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.contract.account.Platform;
import io.adskull.contract.ticket.ConnectTicket;
import io.adskull.contract.ticket.TicketSeal;
import io.adskull.testing.browser.Chromium;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The whole life of a consent, seen and clicked in a browser: connect, refresh, taken back at the platform, connected
/// again from the dashboard, ended there. The platforms go through each step together, since most of it is waiting.
class ConsentLifeIT {
    private static final Duration SOON = Duration.ofSeconds(120);

    /// Nobody else uses these logins.
    private enum At {
        TIKTOK(Platform.TIKTOK, "tiktok-account", "solo-41"),
        GOOGLE(Platform.GOOGLE, "advertiser", "solo-42"),
        META(Platform.META, "user", "solo-43");

        private final Platform platform;
        private final String kind;
        private final String login;

        At(Platform platform, String kind, String login) {
            this.platform = platform;
            this.kind = kind;
            this.login = login;
        }
    }

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aConsentIsGivenRenewedTakenBackGivenAgainAndEnded() {
        try (Chromium browser = Chromium.open()) {
            Page page = browser.page(1000, 900, ColorScheme.LIGHT);
            Map<At, String> connections = new EnumMap<>(At.class);
            Map<At, String> firstEnds = new EnumMap<>(At.class);
            for (At at : At.values()) {
                page.navigate(connectLink(at));
                connections.put(at, authorize(page, at));
                firstEnds.put(
                        at, connection(connections.get(at)).path("expiresAt").asText());
            }

            connections.forEach((at, id) -> await().atMost(SOON).untilAsserted(() -> assertThat(
                            Instant.parse(connection(id).path("expiresAt").asText()))
                    .as("%s is refreshed", at)
                    .isAfter(Instant.parse(firstEnds.get(at)))));

            connections.forEach((at, id) -> system.withdraw(at.platform.id(), at.login));
            connections.forEach((at, id) -> {
                await().atMost(SOON).untilAsserted(() -> assertThat(
                                connection(id).path("state").asText())
                        .as("%s is dead", at)
                        .isEqualTo("RECONNECT_REQUIRED"));
                page.navigate(accountPage(at, id));
                assertThat(page.getByText(
                                "This connection must be connected again.", new Page.GetByTextOptions().setExact(true)))
                        .isVisible();
                Chromium.picture(page, "account-" + at.platform.id() + "-dead.png");
                page.locator("section.card a.button")
                        .getByText("Reconnect", new Locator.GetByTextOptions().setExact(true))
                        .last()
                        .click();
                assertThat(authorize(page, at))
                        .as("%s keeps its connection", at)
                        .isEqualTo(id);
                assertThat(connection(id).path("state").asText()).isEqualTo("CONNECTED");
            });

            connections.forEach((at, id) -> {
                page.navigate(accountPage(at, id));
                page.getByText("Disconnect…").click();
                assertThat(page.getByText("Ad accounts that are no longer watched"))
                        .isVisible();
                Chromium.picture(page, "account-" + at.platform.id() + "-disconnect.png");
                page.locator("button[value=disconnect]").click();
                assertThat(page.getByText("is disconnected")).isVisible();
                assertThat(find(id)).as("%s has ended", at).isEmpty();
            });
        }
    }

    /// As the login that the page does not offer, because the demo does not show it; returns the connection.
    private static String authorize(Page page, At at) {
        page.evaluate("""
                login => {
                  const chosen = document.querySelector('input[name=login]');
                  chosen.value = login;
                  chosen.checked = true;
                  document.querySelectorAll('input[name=account], input[name=ticked]').forEach(input => input.remove());
                }
                """, at.login);
        page.locator("button[value=authorize]").click();
        assertThat(page).hasURL(Pattern.compile(".*[?&]connected=.*"));
        return page.url().replaceAll(".*connected=", "");
    }

    private String connectLink(At at) {
        String ticket = new TicketSeal(system.home().ticketKey())
                .sign(ConnectTicket.first("demo", at.platform, at.kind, Instant.now()));
        return system.tokenService("/connect/" + at.platform.id() + "?kind=" + at.kind + "&ticket=" + ticket)
                .toString();
    }

    /// Of the connection's first account, as soon as the dashboard shows it.
    private String accountPage(At at, String id) {
        String account = connection(id).path("accounts").path(0).path("id").asText();
        await().atMost(SOON).until(() -> system.accounts().stream()
                .anyMatch(shown -> shown.path("accountId").asText().equals(account)));
        return system.dashboard("/accounts/" + at.platform.id() + "/" + account).toString();
    }

    private JsonNode connection(String id) {
        return find(id).orElseThrow();
    }

    private Optional<JsonNode> find(String id) {
        for (JsonNode connection : system.get(system.tokenService("/connections"))) {
            if (connection.path("id").asText().equals(id)) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }
}
