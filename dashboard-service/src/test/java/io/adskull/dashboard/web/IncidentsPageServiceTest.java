package io.adskull.dashboard.web;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// The list of all incidents, without a script.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class IncidentsPageServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int MANY = 57;

    private final String tenant = "tenant-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whereNothingIsBrokenItSaysSo() {
        assertThat(page("/incidents").select(".calm").text()).startsWith("Nothing is broken.");
        assertThat(page("/incidents?state=resolved").select(".calm").text()).startsWith("Nothing yet.");
        assertThat(page("/incidents").select("nav.nav a[aria-current]").text()).isEqualTo("Incidents");
    }

    @Test
    void moreThanAPageHoldsIsReachedToTheLastAndTheWorstComesFirst() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(opened(kids, kids.permissionMissing("e" + i, "words", i + 1)));
        }
        Fabricated shoes = account(Platform.GOOGLE, "Fabrikam Shoes");
        String worst =
                opened(shoes, shoes.failing(Actor.ACCOUNT_USER, Severity.CRITICAL, AutomaticAction.RETEST_SLOWLY));
        all.addFirst(worst);
        awaitOpen(MANY + 1);

        Document first = page("/incidents?actor=&q=&platform=&severity=");
        assertThat(first.select("h1").text()).isEqualTo(MANY + 1 + " incidents are open");
        assertThat(first.select("h2 .count").text()).isEqualTo(Integer.toString(MANY + 1));
        List<String> shown = new ArrayList<>(ids(first));
        assertThat(shown).hasSize(50).startsWith(worst);
        Document second = page(first.select("a[rel=next]").attr("href"));
        shown.addAll(ids(second));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(ids(page(second.select(".pager a").attr("href")))).startsWith(worst);

        Document narrowed = page("/incidents?q=northwind&platform=tiktok");
        assertThat(narrowed.select("h2 .count").text()).isEqualTo(Integer.toString(MANY));
        String next = narrowed.select("a[rel=next]").attr("href");
        assertThat(next).contains("q=northwind", "platform=tiktok");
        assertThat(ids(page(next))).hasSize(MANY - 50);

        Document overview = page("/");
        assertThat(overview.select("a[href=/incidents]").eachText()).contains("All " + (MANY + 1) + " incidents");
        List<String> byProgram = new ArrayList<>(
                ask("/api/incidents?state=open&order=worst&limit=1").jsonPath().getList("id"));
        byProgram.addAll(ask(next(ask("/api/incidents?state=open&order=worst&limit=1")))
                .jsonPath()
                .getList("id"));
        assertThat(byProgram).containsExactly(shown.get(0), shown.get(1));
    }

    @Test
    void eachFilterLeavesOutWhatItSays() {
        Fabricated kids = account(Platform.TIKTOK, "Northwind Kids 100%");
        Fabricated shoes = account(Platform.GOOGLE, "Fabrikam Shoes");
        String admin = opened(kids, kids.permissionMissing("e1", "words", 1));
        String billing =
                opened(shoes, shoes.failing(Actor.BILLING_OWNER, Severity.CRITICAL, AutomaticAction.RETEST_SLOWLY));
        Incident over = kids.permissionMissing("e2", "words", 1);
        opened(kids, over);
        kids.told(new Remediation.Resolved(over, NOON.plusSeconds(60), "It works again."));
        await().atMost(SOON).until(() -> ids(page("/incidents?state=resolved"))
                .equals(List.of(over.id().toString())));
        awaitOpen(2);

        for (String wanted : List.of(
                "platform=tiktok",
                "actor=BUSINESS_ADMIN",
                "severity=WARNING",
                "q=KIDS",
                "q=100%25",
                "q=" + kids.account().accountId())) {
            assertThat(ids(page("/incidents?" + wanted))).as(wanted).containsExactly(admin);
            assertThat(ask("/api/incidents?state=open&" + wanted).jsonPath().<String>getList("id"))
                    .as(wanted)
                    .containsExactly(admin);
        }
        assertThat(ids(page("/incidents?actor=BILLING_OWNER&severity=CRITICAL")))
                .containsExactly(billing);
        assertThat(ids(page("/incidents?severity=none&platform=myspace&actor=nobody")))
                .containsExactly(billing, admin);
        assertThat(page("/incidents?actor=BILLING_OWNER")
                        .select("select[name=actor] option[selected]")
                        .attr("value"))
                .isEqualTo("BILLING_OWNER");

        Document none = page("/incidents?q=no%5Fwhere&platform=google");
        assertThat(none.select(".calm").text()).isEqualTo("No open incident matches. Show all");
        assertThat(ids(page(none.select(".calm a").attr("href")))).containsExactly(billing, admin);
        Document noneOver = page("/incidents?state=resolved&platform=google");
        assertThat(ids(page(noneOver.select(".calm a").attr("href"))))
                .containsExactly(over.id().toString());
    }

    @Test
    void whatCannotBeAnAnswersNextIsSaidToBeNone() {
        for (String after : List.of("x", "broken", "broken~x", "2026-11-22T12:00:00Z~1", "~", "broken~~")) {
            given().auth()
                    .oauth2(token())
                    .queryParam("after", after)
                    .get("/incidents")
                    .then()
                    .statusCode(400)
                    .body(containsString("cannot be found"));
        }
        for (String wrong : List.of("severity=BAD", "platform=myspace", "actor=me", "order=best")) {
            assertThat(ask("/api/incidents?" + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private static String opened(Fabricated account, Incident incident) {
        account.told(new Remediation.Opened(incident, incident.openedAt()));
        return incident.id().toString();
    }

    private void awaitOpen(int count) {
        await().atMost(SOON)
                .until(() -> ask("/api/incidents?state=open")
                                .jsonPath()
                                .getList("id")
                                .size()
                        == count);
    }

    private static String next(Response answer) {
        return answer.header("Link").replaceAll("<(.*)>.*", "$1");
    }

    private static List<String> ids(Document page) {
        return page.select("details.incident").eachAttr("id").stream()
                .map(id -> id.replace("incident-", ""))
                .toList();
    }

    private Document page(String address) {
        Response answer = ask(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private Response ask(String address) {
        return given().urlEncodingEnabled(false).auth().oauth2(token()).get(address);
    }

    private String token() {
        return RealIdentity.token("vera", tenant, "viewer");
    }

    private Fabricated account(Platform platform, String name) {
        String number = Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits()));
        return new Fabricated(tenant, new AccountKey(platform, number), name);
    }
}
