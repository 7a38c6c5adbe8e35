package io.adskull.dashboard.operators;

import static io.adskull.dashboard.Fabricated.NOON;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.dashboard.Fabricated;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
class DeadLettersServiceTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>{page}\0";

    private final String key = "tiktok/70" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void garbageIsShownAndReplayedAndComesBackAsItIsStillGarbage() {
        Trouble.unreadable(key, "{\"transition\":\"OPENED\"");
        String letter = awaitLetters(1).getFirst();

        replay("stella", letter).statusCode(303);

        assertThat(awaitLetters(2)).contains(letter);
        List<TestTopics.Received> published = of(Topic.REMEDIATIONS);
        assertThat(published).hasSize(2);
        assertThat(published.getLast().headers())
                .containsAllEntriesOf(published.getFirst().headers())
                .doesNotContainKey(DeadLetter.REASON);
        assertThat(published.getLast().value()).isEqualTo(published.getFirst().value());
        staff("stella")
                .get("/operators")
                .then()
                .body(containsString("{&quot;transition&quot;:&quot;OPENED&quot;"))
                .body(containsString("by stella"));
    }

    @Test
    void aSecondPressIsRefusedWithWhoDidItUnlessItIsConfirmed() {
        Trouble.unreadable(key, "garbage");
        String letter = awaitLetters(1).getFirst();
        replay("stella", letter).statusCode(303);

        replay("oscar", letter).statusCode(409).body(containsString("Not replayed: stella did it already"));
        staff("oscar")
                .post("/api/operators/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(409)
                .body("detail", containsString("stella"));
        assertThat(of(Topic.REMEDIATIONS)).hasSize(2);

        staff("oscar")
                .post("/api/operators/dead-letters/" + letter + "/replay?again=true")
                .then()
                .statusCode(202);
        assertThat(of(Topic.REMEDIATIONS)).hasSize(3);
        assertThat(staff("oscar").get("/api/operators/dead-letters").jsonPath().getString(at(letter, "replayed.by")))
                .isEqualTo("oscar");
    }

    @Test
    void twoWhoPressAtTheSameMomentPublishOnce() {
        Trouble.unreadable(key, "garbage");
        String letter = awaitLetters(1).getFirst();

        List<Integer> answers = Stream.of("stella", "oscar")
                .map(who -> CompletableFuture.supplyAsync(
                        () -> replay(who, letter).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(303, 409);
        assertThat(of(Topic.REMEDIATIONS)).hasSize(2);
    }

    @Test
    void whatWasPutAsideBeforeTheReaderWasMendedIsTaken() {
        Incident incident = Trouble.met(Platform.TIKTOK, "40002", "words", NOON);
        Remediation told = new Remediation.Opened(incident, NOON);
        Map<String, String> headers = told.envelope("/classifier-service").headers();
        String account = incident.account().toString();
        Trouble.putAside(Topic.REMEDIATIONS, account, headers, EventJson.write(told), "unknown cause \"UNKNOWN\"");
        String letter = awaitLetters(account, 1).getFirst();

        replay("stella", letter).statusCode(303);

        await().atMost(SOON).untilAsserted(() -> given().auth()
                .oauth2(RealIdentity.token("vera", incident.tenant(), "viewer"))
                .get("/api/incidents/" + incident.id())
                .then()
                .statusCode(200));
        TestTopics.Received published = TestTopics.current().read(Topic.REMEDIATIONS).stream()
                .filter(record -> record.key().equals(account))
                .findFirst()
                .orElseThrow();
        assertThat(published.headers()).isEqualTo(headers).doesNotContainKey(DeadLetter.REASON);
    }

    @Test
    void aTombstoneIsReplayedAsOne() {
        Fabricated garden = Fabricated.account("Northwind Garden");
        garden.connected(NOON);
        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(garden)).hasSize(1));
        String account = garden.account().toString();
        var gone = new CloudEvent(
                account + "/gone",
                ConnectedAccount.EVENT_TYPE,
                "/test",
                account,
                NOON.plusSeconds(60),
                garden.tenant());
        Trouble.putAside(Topic.ACCOUNTS, account, gone.headers(), null, "no key");
        String letter = awaitLetters(account, 1).getFirst();

        replay("stella", letter).statusCode(303);

        await().atMost(SOON).untilAsserted(() -> assertThat(accounts(garden)).isEmpty());
    }

    @Test
    void whatIsNotThereCannotBeReplayed() {
        for (String letter : List.of(
                "remediations/0/999999",
                "remediations/7/0",
                "remediations/-1/0",
                "remediations/x/y",
                "standings/0/0",
                "nonsense/0/0")) {
            replay("stella", letter).statusCode(404);
            staff("stella")
                    .post("/api/operators/dead-letters/" + letter + "/replay")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void nothingOfADeadLetterIsMarkup() {
        Trouble.putAside(
                Topic.ALERTS,
                key + HOSTILE,
                Map.of("ce_type", HOSTILE),
                (HOSTILE + "z".repeat(5_000)).getBytes(StandardCharsets.UTF_8),
                HOSTILE);
        awaitLetters(key + HOSTILE.replace('\0', '\uFFFD'), 1);

        String html = staff("stella")
                .get("/operators")
                .then()
                .statusCode(200)
                .body(containsString("The first 2,048 of "))
                .body(not(containsString("z".repeat(2_100))))
                .extract()
                .asString();
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x", "\0");
    }

    @Test
    void anotherSiteCannotReplay() {
        staff("stella")
                .header("Sec-Fetch-Site", "cross-site")
                .contentType("application/x-www-form-urlencoded")
                .post("/operators/dead-letters/remediations/0/0/replay")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse replay(String who, String letter) {
        return staff(who)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post("/operators/dead-letters/" + letter + "/replay")
                .then();
    }

    private List<String> awaitLetters(int count) {
        return awaitLetters(key, count);
    }

    /// Of this key, as addresses name them.
    private static List<String> awaitLetters(String key, int count) {
        return await().atMost(SOON).until(() -> letters(key), found -> found.size() == count);
    }

    private static List<String> letters(String key) {
        List<Map<String, Object>> all =
                staff("stella").get("/api/operators/dead-letters").jsonPath().getList("");
        return all.stream()
                .filter(letter -> key.equals(letter.get("key")))
                .map(letter -> letter.get("topic") + "/" + letter.get("partition") + "/" + letter.get("offset"))
                .toList();
    }

    private static String at(String letter, String field) {
        String[] parts = letter.split("/");
        return "find { it.topic == '" + parts[0] + "' && it.offset == " + parts[2] + " }." + field;
    }

    private List<TestTopics.Received> of(Topic topic) {
        return TestTopics.current().read(topic).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static List<String> accounts(Fabricated of) {
        return given().auth()
                .oauth2(RealIdentity.token("vera", of.tenant(), "viewer"))
                .get("/api/accounts")
                .jsonPath()
                .getList("name");
    }

    private static RequestSpecification staff(String who) {
        return given().auth().oauth2(RealIdentity.token(who, "operators", "staff"));
    }
}
