package io.adskull.dashboard.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.contract.account.Platform;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class ConnectionsServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final List<String> ALL_OF_TIKTOK = List.of("1", "2", "3", "4", "6", "8", "17000000", "12000000");
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>{page}";

    @Inject
    AgroalDataSource dataSource;

    private final String tenant = Consented.someTenant();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void whatIsLostOrEndsStandsAboveWhatWorks() {
        tiktok("Working").reaches(ALL_OF_TIKTOK, day(-9), "Kids").renewed(day(-1), day(1));
        tiktok("Failing").reaches(ALL_OF_TIKTOK, day(-9), "Men").notRenewed(day(-1), "timeout", day(1));
        tiktok("Ending").reaches(ALL_OF_TIKTOK, day(-9), "Women").ends(day(-1), day(12));
        tiktok("Lost").reaches(ALL_OF_TIKTOK, day(-9), "Shoes").lost(day(-1), "invalid_grant");
        tiktok("Dark").reaches(ALL_OF_TIKTOK, day(-9), "Bags").notRenewed(day(-2), "timeout", day(-1));
        tiktok("Over").ended(day(-1));

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        viewer().get("/api/connections").jsonPath().getList("items.standing"))
                .containsExactly("lost", "unwatched", "ending", "failing", "working", "disconnected"));
        viewer().get("/api/connections")
                .then()
                .body("items[0].reason", equalTo("invalid_grant"))
                .body("items[2].consentEndsAt", equalTo(day(12).toString()))
                .body("next", nullValue());
        viewer().get("/connections")
                .then()
                .statusCode(200)
                .body(containsString("2 connections need somebody"))
                .body(containsString("connect again before"))
                .body(containsString("Reason: invalid_grant"));
    }

    @Test
    void whoAskedForAConsentItsEndAndTheNameOfOneThatIsGoneAreSaid() {
        Consented agency = tiktok("Northwind Agency")
                .reaches(ALL_OF_TIKTOK, day(-9), "Kids")
                .connected(day(-9), day(300), "Ada <b>Lovelace");
        tiktok("Former Agency").ended(day(-1));

        await().atMost(SOON).untilAsserted(() -> viewer().get("/api/connections")
                .then()
                .body("items.standing", equalTo(List.of("working", "disconnected")))
                .body("items.name", equalTo(List.of("Northwind Agency", "Former Agency")))
                .body("items[0].askedBy", equalTo("Ada <b>Lovelace"))
                .body("items[0].consentEndsAt", equalTo(day(300).toString())));
        viewer().get("/connections")
                .then()
                .body(containsString("asked for by Ada &lt;b&gt;Lovelace"))
                .body(containsString("Every connection works"));
        String account = viewer().get("/api/accounts").jsonPath().getString("[0].accountId");
        viewer().get("/accounts/tiktok/" + account)
                .then()
                .statusCode(200)
                .body(not(containsString("Connect again before")));
        agency.renewed(day(-1), day(1));
        await().atMost(SOON).untilAsserted(() -> viewer().get("/api/connections")
                .then()
                .body("items[0].lastChange", equalTo("REFRESHED"))
                .body("items[0].askedBy", equalTo("Ada <b>Lovelace"))
                .body("items[0].consentEndsAt", equalTo(day(300).toString())));
    }

    @Test
    void aScopeThatWasNotGrantedIsNamedWithWhatStopsWorking() {
        tiktok("Northwind").reaches(List.of("1", "2", "3", "4", "6", "8", "12000000"), day(-1), "Kids", "Men");

        await().atMost(SOON).untilAsserted(() -> viewer().get("/api/connections")
                .then()
                .body("items[0].accounts.size()", equalTo(2))
                .body("items[0].standing", equalTo("lacking")));
        viewer().get("/api/connections")
                .then()
                .body("items[0].scopes[0].name", equalTo("Automated Rules"))
                .body("items[0].scopes[0].granted", equalTo(false));
        viewer().get("/connections")
                .then()
                .body(containsString("“Automated Rules” was not granted: Automated Rules cannot be read"))
                .body(containsString("2 accounts"));
    }

    @Test
    void scopesThatWereNotKeptBeforeComeWithTheRepeatedEvent() throws SQLException {
        Consented northwind = tiktok("Northwind").reaches(ALL_OF_TIKTOK, day(-1), "Kids");
        String path = "/api/connections/" + northwind.connection();
        await().atMost(SOON).untilAsserted(() -> viewer().get(path).then().body("scopesKnown", equalTo(true)));
        try (var database = dataSource.getConnection();
                var forget = database.prepareStatement("update account set granted_scopes = null where tenant = ?")) {
            forget.setString(1, tenant);
            forget.executeUpdate();
        }
        viewer().get(path).then().body("scopesKnown", equalTo(false));
        viewer().get("/connections").then().body(containsString("not known"));

        northwind.reaches(ALL_OF_TIKTOK, day(-1), "Kids");

        await().atMost(SOON).untilAsserted(() -> viewer().get(path).then().body("scopesKnown", equalTo(true)));
    }

    @Test
    void theHistoryOfAConnectionCanBeReadToItsBeginning() {
        Consented lumen = tiktok("Lumen Studio").reaches(ALL_OF_TIKTOK, day(-9), "Kids");
        lumen.consentedAgain(day(-9), day(-8)).renewed(day(-8), day(-7)).notRenewed(day(-7), "503", day(-6));
        lumen.renewed(day(-6), day(1));
        String path = "/api/connections/" + lumen.connection() + "/history";

        await().atMost(SOON).untilAsserted(() -> assertThat(changes(path))
                .containsExactly("REFRESHED", "REFRESH_FAILED", "REFRESHED", "RECONNECTED"));
        String next = viewer().get(path + "?limit=3").jsonPath().getString("next");
        viewer().queryParam("after", next)
                .get(path)
                .then()
                .body("items.change", equalTo(List.of("RECONNECTED")))
                .body("next", nullValue());
        viewer().get(path + "?after=nonsense").then().statusCode(400).body("detail", containsString("after"));
        viewer().get(path + "?limit=0").then().statusCode(400);
        viewer().get("/connections/" + lumen.connection())
                .then()
                .body(containsString("Renewal failed"))
                .body(containsString("503"));
    }

    @Test
    void connectionsComeInPartsThatFollowEachOther() {
        for (String name : List.of("A", "B", "C")) {
            tiktok(name).reaches(ALL_OF_TIKTOK, day(-1), name);
        }
        await().atMost(SOON)
                .untilAsserted(() -> viewer().get("/api/connections").then().body("items.size()", equalTo(3)));

        String next = viewer().get("/api/connections?limit=2").then().extract().path("next");
        viewer().get("/api/connections?after=" + next)
                .then()
                .body("items.name", equalTo(List.of("C")))
                .body("next", nullValue());
    }

    @Test
    void manyConnectionsAndALongHistoryAreReadPageByPage() {
        Consented first = tiktok("A 0").reaches(ALL_OF_TIKTOK, day(-60), "Kids");
        for (int number = 1; number <= 25; number++) {
            tiktok("B " + number).reaches(ALL_OF_TIKTOK, day(-1), "Kids");
        }
        for (int before = 51; before >= 1; before--) {
            first.renewed(day(-before), day(1));
        }
        await().atMost(SOON).untilAsserted(() -> {
            viewer().get("/api/connections").then().body("items.size()", equalTo(26));
            assertThat(changes("/api/connections/" + first.connection() + "/history?limit=200"))
                    .hasSize(51);
        });

        String next = viewer().get("/api/connections?limit=25").jsonPath().getString("next");
        viewer().get("/connections").then().body(containsString("/connections?after=" + next));
        viewer().get("/connections?after=" + next)
                .then()
                .body(containsString("B 9"))
                .body(not(containsString("A 0</a></h2>")))
                .body(not(containsString("More connections")));
        String page = "/connections/" + first.connection();
        String older =
                viewer().get("/api" + page + "/history?limit=50").jsonPath().getString("next");
        viewer().get(page).then().body(containsString(">Older<"));
        viewer().queryParam("after", older)
                .get(page)
                .then()
                .body(not(containsString(">Older<")))
                .body(containsString("Access renewed"));
    }

    @Test
    void onlyWhoMayChangeGetsTheLinksThatConnectAndDisconnect() {
        tiktok("Northwind").reaches(ALL_OF_TIKTOK, day(-1), "Kids");
        await().atMost(SOON)
                .untilAsserted(() -> viewer().get("/connections").then().body(containsString("Northwind")));

        viewer().get("/connections")
                .then()
                .body(containsString("/reconnect?ticket="))
                .body(not(containsString("/disconnect?ticket=")))
                .body(not(containsString("/connect/tiktok")));
        operator()
                .get("/connections")
                .then()
                .body(containsString("/reconnect?ticket="))
                .body(containsString("/disconnect?ticket="))
                .body(containsString("/connect/tiktok?kind=advertiser"));
    }

    @Test
    void whoHasNothingConnectedIsShownHowToBegin() {
        operator()
                .get("/connections")
                .then()
                .body(containsString("Connect the first platform"))
                .body(containsString("/connect/meta?kind=user"));
        viewer().get("/connections").then().body(containsString("Ask an operator or admin"));
    }

    @Test
    void anotherTenantsConnectionIsNotThere() {
        Consented foreign = Consented.by("Rival", Consented.someTenant(), Platform.TIKTOK, "advertiser")
                .reaches(ALL_OF_TIKTOK, day(-1), "Secret")
                .renewed(day(-1), day(1));
        await().atMost(SOON).untilAsserted(() -> as("vera", foreign.tenant(), "viewer")
                .get("/api/connections/" + foreign.connection() + "/history")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1)));

        for (String id :
                List.of(foreign.connection().toString(), UUID.randomUUID().toString(), "nonsense")) {
            viewer().get("/api/connections/" + id).then().statusCode(404);
            viewer().get("/api/connections/" + id + "/history").then().statusCode(404);
            viewer().get("/connections/" + id).then().statusCode(404);
        }
        viewer().get("/api/connections").then().body("items.size()", equalTo(0));
    }

    @Test
    void whatAPlatformNamedIsNeverMarkup() {
        Consented evil = tiktok(HOSTILE).reaches(List.of("1", HOSTILE), day(-1), HOSTILE, "b" + HOSTILE);
        evil.notRenewed(day(-1), HOSTILE, day(-1)).lost(now, HOSTILE);
        await().atMost(SOON).untilAsserted(() -> viewer().get("/api/connections")
                .then()
                .body("items[0].standing", equalTo("lost"))
                .body("items[0].accounts.size()", equalTo(2)));

        for (String page : List.of("/connections", "/connections/" + evil.connection())) {
            String html = viewer().get(page).then().statusCode(200).extract().asString();
            assertThat(html)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
        }
    }

    private Consented tiktok(String business) {
        return Consented.by(business, tenant, Platform.TIKTOK, "advertiser");
    }

    private Instant day(int fromNow) {
        return now.plus(Duration.ofDays(fromNow));
    }

    private List<String> changes(String path) {
        return viewer().get(path).jsonPath().getList("items.change");
    }

    private RequestSpecification viewer() {
        return as("vera", tenant, "viewer");
    }

    private RequestSpecification operator() {
        return as("otto", tenant, "operator");
    }

    private static RequestSpecification as(String who, String tenant, String role) {
        return given().auth().oauth2(RealIdentity.token(who, tenant, role));
    }
}
