package io.adskull.notifier;

import static io.adskull.notifier.TenantStory.patiently;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.adskull.contract.account.ConnectionId;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.notifier.patience.DigestRhythm;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody is written to whose mailbox somebody else named.
@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class ConfirmationServiceTest {
    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    private TenantStory story;
    private Reader reader;

    @BeforeEach
    void newTenant() {
        story = new TenantStory(slack, clock);
        reader = readerOf("finance");
    }

    @Test
    void aMailboxHearsNothingBeforeItsReaderPressesTheButtonAndAlertsReachTheDefaultsMeanwhile() {
        String id = add(reader);
        assertThat(confirmed(id)).isFalse();

        story.opened(story.permission());
        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/advertisers-secret");
        Reader.open(reader.link(1)).statusCode(200).body(containsString("Yes, write to this address"));
        assertThat(confirmed(id)).isFalse();

        Reader.press(reader.link(1)).statusCode(200).body(containsString("Confirmed"));
        assertThat(confirmed(id)).isTrue();
        Reader.press(reader.link(1)).statusCode(200);
        String later = "Later " + story.name();
        story.opened(story.permission()
                .withAccountName(later)
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .openedBy(later));
        patiently().until(() -> mail.about(later).size() == 1);
        assertThat(slack.taken(later)).isEmpty();
        assertThat(reader.asked()).hasSize(1);
    }

    @Test
    void otherDestinationsOfTheTenantHearWhatTheMailboxDoesNotHearYet() {
        add(reader);
        story.hearsAt("buyers", Map.of());

        story.opened(story.permission());

        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/services/buyers");
        story.as("viewer").get("/api/destinations").then().body("find { it.name == 'buyers' }.confirmed", nullValue());
    }

    @Test
    void aNewAddressIsAskedAndTheOldLinkConfirmsNothing() {
        String id = add(reader);
        String old = reader.link(1);
        reader.confirms();
        Reader other = readerOf("controlling");

        change(id, Map.of("address", reader.address(), "hearsRest", true)).body("confirmed", equalTo(true));
        change(id, Map.of("address", other.address())).body("confirmed", equalTo(false));
        Reader.press(old).statusCode(404);
        assertThat(confirmed(id)).isFalse();

        other.confirms();
        assertThat(confirmed(id)).isTrue();
        assertThat(reader.asked()).hasSize(1);
    }

    @Test
    void whatWaitsForTheOldAddressIsToldToTheOthersAndTheDestinationStaysOn() {
        String id = add(reader);
        reader.confirms();
        mail.stop();
        try {
            story.opened(story.permission());
            patiently().until(() -> messagesTo(id) == 1);
            change(id, Map.of("address", readerOf("new").address()));
        } finally {
            mail.startAgain();
        }

        patiently().until(() -> story.taken().size() == 1);
        assertThat(story.taken()).extracting(Posted::path).containsExactly("/advertisers-secret");
        story.as("viewer").get("/api/destinations").then().body("[0].offAt", nullValue());
    }

    @Test
    void aLinkEndsAfterSevenDays() {
        String id = add(reader);
        String link = reader.link(1);

        clock.forward(Duration.ofDays(7).plusSeconds(1));

        Reader.open(link).statusCode(410).body(containsString("seven days"));
        Reader.press(link).statusCode(410);
        assertThat(confirmed(id)).isFalse();
        ask(id).statusCode(202);
        reader.confirms(2);
        assertThat(confirmed(id)).isTrue();
    }

    @Test
    void noMailboxIsAskedMoreThanThreeTimesAnHourHoweverItIsTried() {
        String id = add(reader);
        ask(id).statusCode(202);
        ask(id).statusCode(202);
        ask(id).statusCode(429).header("Retry-After", equalTo("3600")).body("detail", containsString("3 times"));
        story.as("operator")
                .body(Map.of("address", readerOf("second").address()))
                .put("/api/destinations/" + id)
                .then()
                .statusCode(429);
        patiently().until(() -> reader.asked().size() == 3);
        story.as("operator").delete("/api/destinations/" + id).then().statusCode(204);
        post(reader, 429);

        clock.forward(Duration.ofMinutes(61));
        post(reader, 201);
        patiently().until(() -> reader.asked().size() == 4);
    }

    @Test
    void aTestSaysThatTheReaderMustConfirmFirst() {
        String id = add(reader);

        story.as("operator")
                .post("/api/destinations/" + id + "/test")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString(reader.address()))
                .body("detail", containsString("confirms"));
    }

    @Test
    void aSummaryBeginsOnTheMorningAfterTheReaderConfirmed() {
        String id = add(reader);
        change(id, Map.of("zone", "UTC", "digest", "daily"));
        untilTheMorning();
        reader.confirms();
        assertThat(nextSummary(id)).isAfter(clock.instant());
        String later = "Later " + story.name();
        story.opened(story.permission()
                .withAccountName(later)
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .openedBy(later));
        patiently().until(() -> mail.about(later).size() == 1);

        untilTheMorning();

        patiently().until(() -> mail.about("who must act").size() == 1);
    }

    @Test
    void onlyWhoMayChangeAsksAgainAndOnlyWhereThereIsSomethingToConfirm() {
        String id = add(reader);
        var stranger = new TenantStory(slack, clock);

        story.as("viewer")
                .post("/api/destinations/" + id + "/confirmation")
                .then()
                .statusCode(403);
        stranger.as("operator")
                .post("/api/destinations/" + id + "/confirmation")
                .then()
                .statusCode(404);
        given().post("/confirm?of=AAAA").then().statusCode(404);
        reader.confirms();
        ask(id).statusCode(409).body("detail", containsString("already"));
        ask(story.hearsAt("buyers", Map.of())).statusCode(409).body("detail", containsString("Only a mailbox"));
    }

    private Reader readerOf(String name) {
        return new Reader(mail, name + "-" + story.account().replaceAll(".*/", "") + "@northwind.example");
    }

    private String add(Reader of) {
        return post(of, 201).body("confirmed", equalTo(false)).extract().path("id");
    }

    private ValidatableResponse post(Reader of, int status) {
        return story.post(
                "/api/destinations", Map.of("kind", "email", "name", "Finance", "address", of.address()), status);
    }

    private ValidatableResponse change(String id, Map<String, ?> to) {
        return story.as("operator")
                .body(to)
                .put("/api/destinations/" + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ask(String id) {
        return story.as("operator")
                .post("/api/destinations/" + id + "/confirmation")
                .then();
    }

    private boolean confirmed(String id) {
        return story.as("viewer")
                .get("/api/destinations")
                .then()
                .extract()
                .path("find { it.id == '" + id + "' }.confirmed");
    }

    private void untilTheMorning() {
        Instant now = clock.instant();
        Instant morning = DigestRhythm.DAILY.next(now, ZoneOffset.UTC).orElseThrow();
        clock.forward(Duration.between(now, morning).plusSeconds(1));
    }

    private Instant nextSummary(String id) {
        return QuarkusTransaction.requiringNew().call(() -> (Instant)
                entities.createNativeQuery("select digest_due_at from destination where id = :id", Instant.class)
                        .setParameter("id", UUID.fromString(id))
                        .getSingleResult());
    }

    private long messagesTo(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select count(*) from Delivery where destination = :to", Long.class)
                        .setParameter("to", "tenant/" + id)
                        .getSingleResult());
    }
}
