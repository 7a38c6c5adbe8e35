package io.adskull.token.connect;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.adskull.contract.account.Platform;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.Tickets;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class DisconnectPageServiceTest {
    private static final AtomicLong IDS = new AtomicLong(7_120_000_000_000_000_000L);

    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final long first = IDS.addAndGet(1_000);
    private final TestClock clock;

    @Inject
    DisconnectPageServiceTest(TestClock clock) {
        this.clock = clock;
    }

    @Test
    void theLinkAsksFirstNamesWhatEndsAndTheButtonEndsIt() {
        String connection = connected("d1", "<b>Leaving</b>", "Shoes", "Bags");
        String ticket = ticket(connection);

        Person.opens("/disconnect?ticket=" + ticket)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Disconnect “&lt;b&gt;Leaving&lt;/b&gt;”?"))
                .body(containsString("<li>Shoes</li>"))
                .body(containsString("<li>Bags</li>"))
                .body(not(containsString("<b>Leaving")));
        assertThat(ann.connections()).hasSize(1);

        presses(ticket).then().statusCode(200).body(containsString("is disconnected"));
        assertThat(ann.connections()).isEmpty();
        await().untilAsserted(
                        () -> assertThat(Events.changes(connection)).containsExactly("Reconnected", "Disconnected"));

        presses(ticket).then().statusCode(410).body(containsString("This connection has ended"));
    }

    @Test
    void noOtherTicketEndsAConnectionAndThisOneRenewsNone() {
        String connection = connected("d2", "Staying", "Only");
        String again = Tickets.again(ann.tenant(), Platform.TIKTOK, connection, clock.instant());

        presses(again).then().statusCode(400).body(containsString("This link is not one of ours"));
        presses("").then().statusCode(400);
        presses(Tickets.end("somebody-else", Platform.TIKTOK, connection, clock.instant()))
                .then()
                .statusCode(410);
        String late = ticket(connection);
        Person.opens("/reconnect?ticket=" + late).then().statusCode(400);
        clock.wind(Duration.ofMinutes(10));
        presses(late).then().statusCode(410).body(containsString("This link has expired"));
        assertThat(ann.connections()).hasSize(1);
    }

    private String connected(String code, String business, String... accounts) {
        tikTok.agency(code, code + "-access", business, first, accounts);
        return ann.connects("advertiser", code);
    }

    private String ticket(String connection) {
        return Tickets.end(ann.tenant(), Platform.TIKTOK, connection, clock.instant());
    }

    private static Response presses(String ticket) {
        return given().redirects()
                .follow(false)
                .formParam("ticket", ticket)
                .formParam("decision", "disconnect")
                .post("/disconnect");
    }
}
