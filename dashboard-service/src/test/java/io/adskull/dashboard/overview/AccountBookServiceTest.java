package io.adskull.dashboard.overview;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The list of accounts, as pages and programs ask for it: sorted, searched, grouped and paged by the database.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class AccountBookServiceTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern SHOWN = Pattern.compile("class=\"account-name\" href=\"[^\"]*\">([^<]*)</a>");
    private static final Pattern GROUP = Pattern.compile("class=\"group-name\">([^<]*)</span>");

    private final String tenant = "tenant-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theDatabaseSortsByTheHealthThatAPersonIsShown() {
        List<Fabricated> all = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            for (Severity severity : Severity.values()) {
                for (AutomaticAction action : AutomaticAction.values()) {
                    Fabricated account = account(Platform.TIKTOK, "A" + all.size());
                    account.connected(NOON);
                    account.told(new Remediation.Opened(account.failing(actor, severity, action), NOON));
                    all.add(account);
                }
            }
        }
        Fabricated dead = account(Platform.META, "dead");
        ConnectionId gone = new ConnectionId(UUID.randomUUID());
        dead.connectionDied(gone, NOON);
        dead.connectedBy(gone, NOON);
        account(Platform.META, "well").connected(NOON);

        await().atMost(SOON).untilAsserted(() -> {
            List<String> healths = viewer().get("/api/accounts").jsonPath().getList("health");
            assertThat(healths).hasSize(all.size() + 2).contains("broken", "degraded", "fixing", "healthy");
            assertThat(healths.stream().map(word -> Health.find(word).orElseThrow()))
                    .isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(shown("/?health=healthy")).containsExactly("well");
        });
        assertThat(shown("/?q=dead&health=broken")).containsExactly("dead");
    }

    @Test
    void aConnectionThatDiesAndComesBackMovesItsAccountsToTheTopAndBack() {
        ConnectionId connection = new ConnectionId(UUID.randomUUID());
        Fabricated zoe = account(Platform.TIKTOK, "Zoe");
        zoe.connectedBy(connection, NOON);
        account(Platform.TIKTOK, "Anna").connected(NOON);
        awaitShown("/", "Anna", "Zoe");

        zoe.connectionDied(connection, NOON.plusSeconds(1));
        awaitShown("/", "Zoe", "Anna");

        zoe.reconnected(connection, NOON.plusSeconds(2));
        awaitShown("/", "Anna", "Zoe");
    }

    @Test
    void thePageIsCutSearchedAndGroupedByTheDatabase() {
        for (int i = 1; i <= 60; i++) {
            account(i % 2 == 0 ? Platform.TIKTOK : Platform.GOOGLE, "Shop-%02d".formatted(i))
                    .connected(NOON);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        viewer().get("/api/accounts").jsonPath().getList("key"))
                .hasSize(60));

        assertThat(shown("/")).hasSize(50).startsWith("Shop-01", "Shop-02");
        assertThat(shown("/?page=2")).hasSize(10).endsWith("Shop-60");
        assertThat(shown("/?page=99")).hasSize(10);
        assertThat(shown("/?page=-3")).hasSize(50);
        assertThat(shown("/?q=OP-6")).containsExactly("Shop-60");
        assertThat(shown("/?q=op-1+google")).containsExactly("Shop-11", "Shop-13", "Shop-15", "Shop-17", "Shop-19");
        assertThat(shown("/?q=GOOGLE+op-59")).containsExactly("Shop-59");
        assertThat(shown("/?q=%25")).isEmpty();
        assertThat(shown("/?q=_")).isEmpty();
        assertThat(shown("/?q=%5C")).isEmpty();
        assertThat(shown("/?platform=tiktok")).hasSize(30).contains("Shop-02");
        assertThat(shown("/?group=platform&q=op-1")).startsWith("Shop-11", "Shop-13");
        assertThat(found(GROUP, "/?group=platform&q=op-1")).containsExactly("Google Ads", "TikTok");
        assertThat(found(GROUP, "/?group=connection")).contains("Northwind Agency at Google Ads");
    }

    @Test
    void aGroupWithSomethingBrokenComesFirst() {
        Fabricated well = account(Platform.AMAZON, "Well");
        Fabricated broken = account(Platform.X, "Broken");
        well.connected(NOON);
        broken.connected(NOON);
        broken.told(new Remediation.Opened(
                broken.failing(Actor.ACCOUNT_USER, Severity.CRITICAL, AutomaticAction.NONE), NOON));

        await().atMost(SOON).untilAsserted(() -> assertThat(found(GROUP, "/?group=platform"))
                .containsExactly("X Ads", "Amazon Ads"));
    }

    @Test
    void aProgramReadsAllAccountsPartByPart() {
        for (int i = 0; i < 5; i++) {
            account(Platform.TIKTOK, "Shop " + i).connected(NOON);
        }
        awaitShown("/", "Shop 0", "Shop 1", "Shop 2", "Shop 3", "Shop 4");

        List<String> read = new ArrayList<>();
        String next = "/api/accounts?limit=2";
        while (next != null) {
            Response part = viewer().get(next);
            read.addAll(part.jsonPath().getList("name"));
            next = part.header("Link") == null ? null : part.header("Link").replaceAll("^<[^/]*//[^/]*|>.*$", "");
        }

        assertThat(read).containsExactly("Shop 0", "Shop 1", "Shop 2", "Shop 3", "Shop 4");
        viewer().get("/api/accounts?after=tiktok/1").then().statusCode(400);
        viewer().get("/api/accounts?limit=0").then().statusCode(400);
    }

    private void awaitShown(String page, String... names) {
        await().atMost(SOON).untilAsserted(() -> assertThat(shown(page)).containsExactly(names));
    }

    private List<String> shown(String page) {
        return found(SHOWN, page);
    }

    private List<String> found(Pattern what, String page) {
        String html = viewer().get(page).then().statusCode(200).extract().asString();
        return what.matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private Fabricated account(Platform platform, String name) {
        String number = Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits()));
        return new Fabricated(tenant, new AccountKey(platform, number), name);
    }

    private RequestSpecification viewer() {
        return given().urlEncodingEnabled(false).auth().oauth2(RealIdentity.token("vera", tenant, "viewer"));
    }
}
