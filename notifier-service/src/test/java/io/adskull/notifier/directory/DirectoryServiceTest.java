package io.adskull.notifier.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.MailReceiver;
import io.adskull.notifier.MovedClock;
import io.adskull.notifier.Reader;
import io.adskull.notifier.Receivers;
import io.adskull.notifier.SlackReceiver;
import io.adskull.notifier.SlackReceiver.Posted;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class DirectoryServiceTest {
    private static final AtomicLong ACCOUNTS = new AtomicLong(7_088_000_000_000_000_000L);

    SlackReceiver slack;
    MailReceiver mail;

    @Inject
    MovedClock clock;

    @Inject
    EntityManager entities;

    /// Each test has a tenant and an account of its own.
    private String tenant;

    private String account;
    private String name;

    @BeforeEach
    void newTenant() {
        tenant = "tenant-" + UUID.randomUUID();
        account = Long.toString(ACCOUNTS.incrementAndGet());
        name = "Shop " + account;
    }

    @Test
    void aTenantWithoutDestinationsIsToldWhereEverybodyIs() {
        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(paths()).containsExactly("/advertisers-secret");
    }

    @Test
    void aTenantsOwnDestinationHearsItsIncidentsAndNobodyElseDoes() {
        addSlack("Buyers", "/services/buyers", true);
        publish(opened(permission()));
        publish(resolvedLater(permission()));

        patiently().until(() -> slack.taken(name).size() == 2);
        assertThat(paths()).containsOnly("/services/buyers");
        assertThat(mail.about(name)).isEmpty();
    }

    @Test
    void aRouteSendsWhatFitsToItsDestinationsAndTheRestStays() {
        addSlack("Buyers", "/services/buyers", true);
        String finance = addSlack("Finance", "/services/finance", false);
        addRoute(Map.of("name", "Bills", "causes", List.of("ACCOUNT_DISABLED"), "destinations", List.of(finance)));
        String bill = name + " bill";

        publish(opened(permission()));
        publish(opened(Incidents.suspended()
                .withAccount(account)
                .withAccountName(bill)
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .withTenant(tenant)
                .withOpenedAt(clock.instant())));

        patiently().until(() -> slack.taken(name).size() == 2);
        assertThat(slack.taken(bill)).extracting(Posted::path).containsExactly("/services/finance");
        assertThat(paths()).containsExactlyInAnyOrder("/services/finance", "/services/buyers");
    }

    @Test
    void allRoutesThatFitAreHeard() {
        String one = addSlack("One", "/services/one", false);
        String two = addSlack("Two", "/services/two", false);
        addRoute(Map.of("name", "TikTok", "platforms", List.of("tiktok"), "destinations", List.of(one)));
        addRoute(Map.of(
                "name", "This shop", "accounts", List.of("tiktok/" + account), "destinations", List.of(one, two)));

        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 2);
        assertThat(paths()).containsExactlyInAnyOrder("/services/one", "/services/two");
    }

    @Test
    void whatNoDestinationOfTheTenantHearsGoesWhereEverybodyIsTold() {
        String finance = addSlack("Finance", "/services/finance", false);
        addRoute(Map.of("name", "Bills", "causes", List.of("ACCOUNT_DISABLED"), "destinations", List.of(finance)));

        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(paths()).containsExactly("/advertisers-secret");
    }

    @Test
    void noAnswerAndNoColumnShowsAnAddress() {
        String id = addSlack("Buyers", "/services/s3cret", true);

        as("viewer").get("/api/destinations").then().statusCode(200).body(not(containsString("s3cret")));
        as("admin")
                .body(Map.of("name", "Renamed"))
                .put("/api/destinations/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString("s3cret")));
        byte[] sealed =
                (byte[]) entities.createNativeQuery("select sealed from destination where id = :id", byte[].class)
                        .setParameter("id", UUID.fromString(id))
                        .getSingleResult();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
    }

    @Test
    void aWebhooksSecretIsMadeAndShownOnce() {
        String id = as("operator")
                .body(Map.of("kind", "webhook", "name", "Our program", "address", "https://hooks.northwind.example/x"))
                .post("/api/destinations")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("secret", startsWith("whsec_"), "recipient", equalTo("hooks.northwind.example"))
                .extract()
                .path("id");

        as("operator").get("/api/destinations").then().body("find { it.id == '" + id + "' }.secret", equalTo(null));
    }

    @Test
    void aTestArrivesOrSaysWhatTheReceiverSaid() {
        String id = addSlack("Buyers", "/services/" + account, true);

        as("operator")
                .post("/api/destinations/" + id + "/test")
                .then()
                .statusCode(200)
                .body("delivered", equalTo(true));
        assertThat(slack.taken("AdSkull reaches #ads")).extracting(Posted::path).contains("/services/" + account);

        slack.answerNext(1, 404, Map.of());
        as("operator")
                .post("/api/destinations/" + id + "/test")
                .then()
                .statusCode(200)
                .body("delivered", equalTo(false), "said", containsString("Slack answered 404"));
    }

    @Test
    void aTestMailArrivesAsTextAndPage() {
        String address = account + "@northwind.example";
        String id = add(Map.of("kind", "email", "name", "Mailbox", "address", address))
                .extract()
                .path("id");
        new Reader(mail, address).confirms();

        as("operator").post("/api/destinations/" + id + "/test").then().body("delivered", equalTo(true));

        patiently().until(() -> mail.about("AdSkull reaches " + address).size() == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slack   | https://hooks.evil.example/services/x | incoming webhook
            slack   | not an address                        | incoming webhook
            email   | nobody                                | media-buyers@northwind.example
            email   | a@b.example,c@d.example               | one address
            webhook | ftp://hooks.northwind.example         | https://
            webhook | https://me:pw@hooks.northwind.example | https://
            """)
    void whatIsNoAddressIsRefusedWithWhatToWriteInstead(String kind, String address, String says) {
        add(Map.of("kind", kind, "name", "X", "address", address), 400)
                .contentType("application/problem+json")
                .body("detail", containsString(says));
    }

    @Test
    void namesAreUniqueAndRoutesNameWhatThereIs() {
        String id = addSlack("Buyers", "/services/buyers", true);

        add(Map.of("kind", "email", "name", "Buyers", "address", "a@b.example"), 400)
                .body("detail", containsString("already"));
        add(Map.of("kind", "email", "address", "a@b.example"), 400).body("detail", containsString("name is missing"));
        route(Map.of("name", "Nowhere", "destinations", List.of()), 400);
        route(Map.of("name", "Strange", "destinations", List.of(UUID.randomUUID())), 400);
        route(Map.of("name", "Typo", "causes", List.of("BILING"), "destinations", List.of(id)), 400)
                .body("detail", containsString("BILING"));
        route(Map.of("name", "Typo", "platforms", List.of("myspace"), "destinations", List.of(id)), 400);
        as("operator").get("/api/routes").then().body("$", hasSize(0));
    }

    @Test
    void nobodySeesOrTouchesWhatIsAnothers() {
        String id = addSlack("Buyers", "/services/buyers", true);
        String stranger = RealIdentity.token("eve", "stranger-" + UUID.randomUUID(), "admin");

        given().auth()
                .oauth2(stranger)
                .get("/api/destinations")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
        given().auth().oauth2(stranger).delete("/api/destinations/" + id).then().statusCode(404);
        given().auth()
                .oauth2(stranger)
                .post("/api/destinations/" + id + "/test")
                .then()
                .statusCode(404);
        as("viewer").delete("/api/destinations/" + id).then().statusCode(403);
        as("viewer").post("/api/destinations/" + id + "/test").then().statusCode(403);
        given().get("/api/destinations").then().statusCode(401);
        as("operator").get("/api/destinations").then().body("$", hasSize(1));
    }

    @Test
    void whatIsDeletedHearsNothingMore() {
        String id = addSlack("Buyers", "/services/buyers", true);
        String only = addSlack("Only", "/services/only", false);
        addRoute(Map.of("name", "All", "destinations", List.of(id, only)));

        as("operator").delete("/api/destinations/" + id).then().statusCode(204);
        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(paths()).containsExactly("/services/only");
        as("operator").get("/api/routes").then().body("[0].destinations", hasSize(1));
    }

    @Test
    void aReceiverThatIsGoneIsSwitchedOffAndWhatItDidNotTakeIsToldElsewhere() {
        String dead = addSlack("Buyers", "/services/dead", true);
        addSlack("Spare", "/services/spare-" + account, false);
        slack.answerAlways("/services/dead", 404, "no_service");

        publish(opened(permission()));

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(paths()).as("nobody else is configured for the rest").containsExactly("/advertisers-secret");
        as("viewer")
                .get("/api/destinations")
                .then()
                .body("find { it.id == '" + dead + "' }.offWhy", containsString("no_service"));
        patiently().until(() -> told("Alerts no longer reach").contains("/services/spare-" + account));
        assertThat(slack.attempts(name)).extracting(Posted::path).containsOnlyOnce("/services/dead");

        slack.answerAlways("/services/dead", 200, "ok");
        as("operator")
                .post("/api/destinations/" + dead + "/on")
                .then()
                .statusCode(200)
                .body("offAt", equalTo(null));
        String later = name + " later";
        publish(opened(permission()
                .withAccountName(later)
                .withConnection(new ConnectionId(UUID.randomUUID()))
                .openedBy("later")));
        patiently().until(() -> slack.taken(later).size() == 1);
        assertThat(slack.taken(later)).extracting(Posted::path).containsExactly("/services/dead");
    }

    @Test
    void aMailsReaderUnsubscribesByOneClickAndTheOthersHearOfIt() throws Exception {
        addSlack("Spare", "/services/others-" + account, false);
        String id = add(Map.of("kind", "email", "name", "Mailbox", "address", account + "@northwind.example"))
                .extract()
                .path("id");
        new Reader(mail, account + "@northwind.example").confirms();
        publish(opened(permission()));
        patiently().until(() -> mail.about(name).size() == 1);
        var first = mail.about(name).getFirst();
        assertThat(MailReceiver.header(first, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        URI link = URI.create(MailReceiver.header(first, "List-Unsubscribe").replaceAll("[<>\\s]", ""));
        String path = link.getPath() + "?" + link.getQuery();

        given().get(path).then().statusCode(200).body(containsString("Send no more mail here"));
        as("viewer").get("/api/destinations").then().body("find { it.id == '" + id + "' }.offAt", equalTo(null));
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path)
                .then()
                .statusCode(200);

        as("viewer")
                .get("/api/destinations")
                .then()
                .body("find { it.id == '" + id + "' }.offWhy", containsString("unsubscribed"));
        patiently().until(() -> told("Its reader unsubscribed").contains("/services/others-" + account));
        given().post("/unsubscribe?of=" + "AAAA").then().statusCode(404);
    }

    @Test
    void whatWaitsForADestinationThatIsDeletedIsToldElsewhere() {
        String id = addSlack("Buyers", "/services/slow-" + account, true);
        slack.answerAlways("/services/slow-" + account, 500, "error");
        publish(opened(permission()));
        patiently().until(() -> !slack.attempts(name).isEmpty());

        as("operator").delete("/api/destinations/" + id).then().statusCode(204);

        patiently().until(() -> slack.taken(name).size() == 1);
        assertThat(slack.taken(name)).extracting(Posted::path).containsExactly("/advertisers-secret");
    }

    @Test
    void theEndIsToldWhereTheBeginningWasToldInstead() {
        addSlack("Buyers", "/services/gone-" + account, true);
        slack.answerAlways("/services/gone-" + account, 410, "gone");
        publish(opened(permission()));
        patiently().until(() -> slack.taken(name).size() == 1);

        publish(resolvedLater(permission()));

        patiently().until(() -> slack.taken(name).size() == 2);
        assertThat(paths()).containsOnly("/advertisers-secret");
    }

    private List<String> told(String about) {
        return slack.taken(about).stream().map(Posted::path).toList();
    }

    private String addSlack(String called, String path, boolean hearsRest) {
        return add(Map.of(
                        "kind",
                        "slack",
                        "name",
                        called,
                        "address",
                        slack.url(path),
                        "recipient",
                        "#ads",
                        "hearsRest",
                        hearsRest))
                .extract()
                .path("id");
    }

    private ValidatableResponse add(Map<String, Object> destination) {
        return add(destination, 201);
    }

    private ValidatableResponse add(Map<String, Object> destination, int status) {
        return as("operator").body(destination).post("/api/destinations").then().statusCode(status);
    }

    private void addRoute(Map<String, Object> route) {
        route(route, 201);
    }

    private ValidatableResponse route(Map<String, Object> route, int status) {
        return as("operator").body(route).post("/api/routes").then().statusCode(status);
    }

    private io.restassured.specification.RequestSpecification as(String role) {
        return given().auth().oauth2(RealIdentity.token("ann", tenant, role)).contentType("application/json");
    }

    private List<String> paths() {
        return slack.taken(name).stream().map(Posted::path).toList();
    }

    private Incidents permission() {
        return Incidents.automatedRulesPermissionMissing()
                .withAccount(account)
                .withAccountName(name)
                .withConnection(new ConnectionId(UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8))))
                .withTenant(tenant)
                .withOpenedAt(clock.instant());
    }

    private static Remediation opened(Incidents story) {
        Incident incident = story.incident();
        return new Remediation.Opened(incident, incident.openedAt());
    }

    private Remediation resolvedLater(Incidents story) {
        return new Remediation.Resolved(story.incident(), clock.instant(), "The same call works again.");
    }

    private static void publish(Remediation remediation) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        remediation.incident().account().toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
