package io.adskull.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.Route;
import io.adskull.testing.browser.Chromium;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Nothing that a platform, a receiver or a person named is ever markup: every text of every event and answer that
/// this service reads is hostile here, on every page there is.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class HostileNamesServiceTest {
    @TestHTTPResource("/")
    URI dashboard;

    NotifierStandIn notifier;

    @Test
    void noPageHoldsMarkupOrLinksThatSomebodyElseWrote() {
        Belongings evil = HostileBelongings.of(notifier);
        SoftAssertions found = new SoftAssertions();
        List<String> shown = new ArrayList<>();
        for (String path : pages(evil)) {
            Response answer = evil.asks("admin", "staff").get(path);
            found.assertThat(answer.statusCode()).as("status of %s", path).isEqualTo(200);
            Document page = Jsoup.parse(answer.asString());
            page.getAllElements().forEach(element -> foreign(element).forEach(what -> found.fail(path + ": " + what)));
            if (page.text().contains("alert(1)") || page.html().contains("alert(1)")) {
                shown.add(path);
            }
        }
        found.assertAll();
        assertThat(shown)
                .as("pages that show hostile text, as text")
                .contains(
                        "/",
                        "/alerts",
                        "/incidents",
                        "/operators",
                        "/incidents/" + evil.incident().id(),
                        "/accounts/" + evil.account().account());
    }

    @Test
    void noDialogOpensInABrowser() {
        Belongings evil = HostileBelongings.of(notifier);
        List<String> findings = new ArrayList<>();
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page(1280, 900, ColorScheme.DARK);
            page.context()
                    .setExtraHTTPHeaders(Map.of(
                            "Authorization",
                            "Bearer " + RealIdentity.token("ann", evil.account().tenant(), "admin", "staff")));
            page.onDialog(dialog -> {
                findings.add("a dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    findings.add(page.url() + ": " + message.text());
                }
            });
            for (String path : pages(evil)) {
                page.navigate(dashboard.resolve(path).toString());
            }
        }
        assertThat(findings).isEmpty();
    }

    /// Every page that a tenant's people can open, with this tenant's ids.
    private static List<String> pages(Belongings of) {
        return Route.all().stream()
                .filter(route -> route.guarded() && !route.changes())
                .filter(route ->
                        !route.address().startsWith("/api") && !route.address().startsWith("/live"))
                // A mail in a frame: it is its sender's markup, in a sandbox of its own.
                .filter(route -> !route.address().equals("/preview/mail"))
                // A redirect after a reload.
                .filter(route -> !route.address().equals("/alerts/destinations"))
                .map(of::in)
                .toList();
    }

    /// What of an element a stranger must have written.
    private static List<String> foreign(Element element) {
        List<String> findings = new ArrayList<>();
        boolean ours = element.attr("src").matches("/(webjars/htmx\\.org/dist/htmx\\.min|[a-z]+)\\.js");
        if (element.tagName().equals("script") && !ours
                || element.tagName().matches("img|object|embed|base|style")
                || element.tagName().equals("iframe") && !element.attr("src").startsWith("/preview/")) {
            findings.add(element.outerHtml());
        }
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
                findings.add("attribute " + attribute);
            }
            if (name.matches("href|src|action|formaction|xlink:href|hx-get|hx-post")
                    && (value.startsWith("javascript:")
                            || value.startsWith("data:")
                            || value.startsWith("vbscript:"))) {
                findings.add("link " + attribute);
            }
        }
        return findings;
    }
}
