package io.adskull.dashboard.projection;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class ProjectionServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void aConnectedAccountWithoutIncidentsIsHealthySinceItIsKnown() {
        Fabricated sneakers = Fabricated.account("Northwind Sneakers");

        sneakers.connected(NOON);

        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(sneakers)).hasSize(1));
        JsonPath answer = get(sneakers, "/api/accounts");
        assertThat(answer.getString("[0].key")).isEqualTo(sneakers.account().toString());
        assertThat(answer.getString("[0].health")).isEqualTo("healthy");
        assertThat(answer.getString("[0].since")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(answer.getInt("[0].openIncidents")).isZero();
    }

    @Test
    void anEndThatWasToldStandsUntilSomebodyConnectsAgain() {
        Fabricated lumen = Fabricated.account("Lumen Studio");
        var connection = new ConnectionId(UUID.randomUUID());
        Instant end = NOON.plus(Duration.ofDays(14));
        lumen.connectedBy(connection, NOON);
        changed(
                lumen,
                "expiring",
                new CredentialChange.Expiring(
                        connection, Platform.TIKTOK, lumen.tenant(), NOON.plusSeconds(60), end, "Lumen Studio"));
        changed(
                lumen,
                "refreshed",
                new CredentialChange.Refreshed(
                        connection, Platform.TIKTOK, lumen.tenant(), NOON.plusSeconds(120), NOON.plusSeconds(3_600)));

        await().atMost(SOON).untilAsserted(() -> {
            JsonPath account = get(lumen, "/api/accounts");
            assertThat(account.getString("[0].connection.change")).isEqualTo("REFRESHED");
            assertThat(account.getString("[0].connection.endsAt")).isEqualTo(end.toString());
        });
        changed(
                lumen,
                "reconnected",
                new CredentialChange.Reconnected(
                        connection, Platform.TIKTOK, lumen.tenant(), NOON.plusSeconds(180), null));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(lumen, "/api/accounts").getString("[0].connection.endsAt"))
                        .isNull());
    }

    private static void changed(Fabricated account, String id, CredentialChange change) {
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        change.connection().toString(),
                        account.envelope(change.connection() + "/" + id, CredentialChange.EVENT_TYPE, change.at()),
                        EventJson.write(change));
    }

    @Test
    void anIncidentOpensAndResolvesOnceHoweverOftenItIsTold() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "words", 1);
        kids.connected(NOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(kids)).hasSize(1));

        kids.told(new Remediation.Opened(incident, NOON));
        kids.told(new Remediation.Opened(incident, NOON));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(incidents(kids, "open")).hasSize(1));
        JsonPath account = get(kids, "/api/accounts");
        assertThat(account.getString("[0].health")).isEqualTo("degraded");
        assertThat(account.getString("[0].permissions.find { it.resource == 'AUTOMATED_RULES' }.state"))
                .isEqualTo("denied");
        assertThat(account.getString("[0].permissions.find { it.resource == 'CAMPAIGNS' }.state"))
                .isEqualTo("working");

        kids.told(new Remediation.Resolved(incident, NOON.plusSeconds(60), "It answers again."));
        kids.told(new Remediation.Resolved(incident, NOON.plusSeconds(60), "It answers again."));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(incidents(kids, "open")).isEmpty());
        JsonPath resolved = get(kids, "/api/incidents?state=resolved");
        assertThat(resolved.getList("id")).containsExactly(incident.id().toString());
        assertThat(resolved.getString("[0].resolvedBecause")).isEqualTo("It answers again.");
        assertThat(get(kids, "/api/accounts").getString("[0].since")).isEqualTo("2026-11-22T12:01:00Z");
    }

    @Test
    void aLateTransitionNeverUndoesANewerOne() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "words", 20);
        Incident later = kids.permissionMissing("e2", "words", 1);

        kids.told(new Remediation.Resolved(incident, NOON.plusSeconds(60), "It answers again."));
        kids.told(new Remediation.Updated(incident, NOON.plusSeconds(90), "It still fails."));
        kids.told(new Remediation.Opened(kids.permissionMissing("e1", "words", 1), NOON));
        kids.told(new Remediation.Opened(later, NOON.plusSeconds(120)));

        await().atMost(SOON).untilAsserted(() -> assertThat(incidents(kids, "open"))
                .containsExactly(later.id().toString()));
        assertThat(get(kids, "/api/incidents/" + incident.id()).getString("state"))
                .isEqualTo("resolved");
        assertThat(get(kids, "/api/incidents/" + incident.id()).getInt("occurrences"))
                .isEqualTo(20);
    }

    @Test
    void aTombstoneForgetsTheAccountAndALateEventDoesNotReviveIt() {
        Fabricated garden = Fabricated.account("Northwind Garden");
        garden.connected(NOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(garden)).hasSize(1));

        garden.disconnected(NOON.plusSeconds(60));
        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(garden)).isEmpty());

        garden.connected(NOON.plusSeconds(30));
        Fabricated again = new Fabricated(garden.tenant(), garden.account(), "Garden, again");
        again.connected(NOON.plusSeconds(90));
        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(garden)).containsExactly("Garden, again"));

        garden.connected(NOON.plusSeconds(30));
        Incident marker = garden.permissionMissing("marker", "words", 1);
        garden.told(new Remediation.Opened(marker, NOON));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(incidents(garden, "open")).hasSize(1));
        assertThat(accounts(garden)).containsExactly("Garden, again");
    }

    @Test
    void whatWasSentToWhomStandsWithTheIncident() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        Incident incident = kids.permissionMissing("e1", "words", 1);
        kids.told(new Remediation.Opened(incident, NOON));
        var message = new AlertOutcome.Message(
                "delivery-" + incident.id(),
                incident.id(),
                kids.account(),
                kids.tenant(),
                "OPENED",
                "slack",
                "#ads",
                "subject");

        TestTopics.current()
                .publish(
                        Topic.ALERTS,
                        kids.account().toString(),
                        kids.envelope("alert/" + incident.id(), AlertOutcome.EVENT_TYPE, NOON),
                        EventJson.write((Object) new AlertOutcome.Delivered(message, NOON.plusSeconds(2), 1)));

        await().atMost(SOON).untilAsserted(() -> {
            JsonPath answer = get(kids, "/api/incidents/" + incident.id());
            assertThat(answer.getList("alerts.channel")).containsExactly("slack");
            assertThat(answer.getString("alerts[0].outcome")).isEqualTo("DELIVERED");
        });
    }

    @Test
    void aPoisonRecordGoesToTheDeadLettersAsItCameAndTheNextOneIsTaken() {
        Fabricated kids = Fabricated.account("Northwind Kids");
        byte[] garbage = "{\"transition\":\"OPENED\"".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = kids.envelope("poison-" + kids.tenant(), Remediation.EVENT_TYPE, NOON);

        TestTopics.current().publish(Topic.REMEDIATIONS, kids.account().toString(), headers, garbage);
        TestTopics.current()
                .publish(Topic.REMEDIATIONS, kids.account().toString(), Map.of("ce_id", kids.tenant()), garbage);
        kids.told(new Remediation.Opened(kids.permissionMissing("e1", "nul \0 words", 1), NOON));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(incidents(kids, "open")).hasSize(1));
        List<TestTopics.Received> dead = TestTopics.current().read(Topic.REMEDIATIONS.deadLetters()).stream()
                .filter(letter -> letter.headers().getOrDefault("ce_id", "").endsWith(kids.tenant()))
                .toList();
        assertThat(dead).hasSize(2);
        assertThat(dead.getFirst().value()).isEqualTo(garbage);
        assertThat(dead.getFirst().headers()).containsAllEntriesOf(headers);
        assertThat(dead.getFirst().headers().get(DeadLetter.REASON)).contains("Remediation");
    }

    private static List<String> accounts(Fabricated of) {
        return get(of, "/api/accounts").getList("name");
    }

    private static List<String> incidents(Fabricated of, String state) {
        return get(of, "/api/incidents?state=" + state).getList("id");
    }

    private static JsonPath get(Fabricated of, String path) {
        return given().auth()
                .oauth2(RealIdentity.token("vera", of.tenant(), "viewer"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
