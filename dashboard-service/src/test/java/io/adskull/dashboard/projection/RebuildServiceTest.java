package io.adskull.dashboard.projection;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// The read model read again from the topics, while the old one serves.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class RebuildServiceTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REBUILD = "/api/operators/read-model/rebuild";

    @Inject
    AgroalDataSource dataSource;

    @Test
    void whatTheTopicsSayStandsAgainAndTheOldServesMeanwhile() throws SQLException {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "words", 3);
        kids.connected(NOON);
        kids.told(new Remediation.Opened(incident, NOON));
        PlatformIncident slow = said();
        await().atMost(SOON).untilAsserted(() -> page(kids).statusCode(200));
        await().atMost(SOON).untilAsserted(() -> assertThat(openIncidents(kids)).hasSize(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(count(known(slow))).isOne());
        run("update platform_incident set open = false where incident_key = '" + slow.key() + "'");
        run("update account set name = 'spoilt' where account_key = '" + kids.account() + "'");
        run("delete from incident where incident_id = '" + incident.id() + "'");
        String kept = "insert into incident_transition (event_id, tenant, incident_id, transition, event_at) values"
                + " ('of-last-year', '" + kids.tenant() + "', '" + incident.id() + "', 'UPDATED', '2020-01-01')";
        run(kept);
        run("update account_watch set since = '2020-01-01' where account_key = '" + kids.account() + "'");

        staff().post(REBUILD).then().statusCode(202);
        Fabricated late =
                new Fabricated(kids.tenant(), Fabricated.account("late").account(), "Came meanwhile");
        late.connected(NOON);
        assertThat(statusesOfPagesReadMeanwhile(kids)).containsOnly(200);

        staff().get(REBUILD).then().body("trouble", nullValue());
        assertThat(page(kids).extract().<String>path("name")).isEqualTo("Northwind Kids");
        assertThat(page(kids).extract().<String>path("health")).isEqualTo("degraded");
        assertThat(openIncidents(kids)).containsExactly(incident.id().toString());
        assertThat(count("select count(*) from incident_transition where event_id = 'of-last-year'"))
                .isOne();
        assertThat(count("select count(*) from account_watch where since = '2020-01-01' and account_key = '"
                        + kids.account() + "'"))
                .isOne();
        assertThat(count(known(slow))).isOne();
        await().atMost(SOON).untilAsserted(() -> page(late).statusCode(200));
        Fabricated after = Fabricated.account("after");
        after.connected(NOON);
        await().atMost(SOON).untilAsserted(() -> page(after).statusCode(200));
    }

    private static PlatformIncident said() {
        var said = new PlatformIncident(
                Platform.META, UUID.randomUUID().toString(), "Ads Manager is slow", null, NOON, true, NOON);
        TestTopics.current().publish(Topic.PLATFORM_STATUS, said.key(), Map.of(), EventJson.write(said));
        return said;
    }

    private static String known(PlatformIncident incident) {
        return "select count(*) from platform_incident where open and incident_key = '" + incident.key() + "'";
    }

    /// Four people read pages that ask several tables, until the new ones are in use.
    private static Set<Integer> statusesOfPagesReadMeanwhile(Fabricated kids) {
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : List.of("/", "/api/accounts/" + kids.account(), "/connections", "/?group=business")) {
                readers.execute(() -> {
                    while (!over.get()) {
                        statuses.add(viewer(kids).get(path).statusCode());
                    }
                });
            }
            try {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(staff().get(REBUILD).<String>path("finishedAt"))
                                .isNotNull());
            } finally {
                over.set(true);
            }
        }
        return statuses;
    }

    @Test
    void everyTableThatTopicsFillIsReadAgain() throws SQLException {
        assertThat(count("select count(*) from information_schema.tables where table_schema = current_schema()"
                        + " and table_name not in ('flyway_schema_history', 'replayed')"))
                .as("tables but Flyway's own and what staff did, beside those that ShadowTables names")
                .isEqualTo(ShadowTables.TABLES.size());
    }

    @Test
    void onlyTheSaasOwnPeopleMayAskForIt() {
        given().auth()
                .oauth2(RealIdentity.token("ada", "tenant-1", "viewer", "operator", "admin"))
                .post(REBUILD)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse page(Fabricated who) {
        return viewer(who).get("/api/accounts/" + who.account()).then();
    }

    private static List<String> openIncidents(Fabricated of) {
        return viewer(of).get("/api/incidents?state=open").jsonPath().getList("id");
    }

    private static RequestSpecification viewer(Fabricated of) {
        return given().auth().oauth2(RealIdentity.token("vera", of.tenant(), "viewer"));
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(RealIdentity.token("sam", "the-saas", "staff"));
    }

    private void run(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
