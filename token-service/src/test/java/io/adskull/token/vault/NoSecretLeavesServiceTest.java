package io.adskull.token.vault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.Topic;
import io.adskull.contract.account.Platform;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakeTikTok;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.SpanKeeper;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.Tickets;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class NoSecretLeavesServiceTest {
    private static final List<String> TABLES = List.of(
            "connection",
            "reached_account",
            "consent_attempt",
            "open_choice",
            "ended_connection",
            "outbox",
            "handled_event");

    private final FakeTikTok tikTok = new FakeTikTok();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final SpanKeeper spans;
    private final DataSource database;

    @Inject
    NoSecretLeavesServiceTest(TestClock clock, SpanKeeper spans, DataSource database) {
        this.clock = clock;
        this.spans = spans;
        this.database = database;
    }

    @Test
    void noTokenCodeStateOrAppSecretIsInLogsEventsTracesMetricsAnswersOrTheDatabase() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listenTo(logged);
        List<String> answers = new ArrayList<>();
        tikTok.revokes();
        tikTok.agency("secret-code-1", "secret-access-1", "Discreet Agency", 7_900_000_000_000_000_001L, "Quiet");
        tikTok.agency(
                "secret-code-3", "secret-access-4", "Discreet Agency", List.of(4), 7_900_000_000_000_000_001L, "Quiet");
        tikTok.profile("secret-code-2", "open-quiet", "Quiet", "secret-access-2", "secret-refresh-2", 120);
        tikTok.renews("secret-refresh-2", "secret-access-3", "secret-refresh-3", 120);
        tikTok.refusesRefresh("secret-refresh-3", 40107, "Invalid refresh token " + "s3cr3t-".repeat(9));

        String agency = ann.connects("advertiser", "secret-code-1");
        String profile = ann.connects("tiktok-account", "secret-code-2");
        Person.AtConsentPage consent = ann.goToConsent("advertiser");
        answers.add(ann.comeBack(consent, Map.of("auth_code", "secret-code-1")).asString());
        String ticket = Tickets.again(ann.tenant(), Platform.TIKTOK, agency, clock.instant());
        Response less = ann.comeBack(
                Person.consentFrom(Person.opens("/reconnect?ticket=" + ticket)), Map.of("auth_code", "secret-code-3"));
        answers.add(less.asString());
        assertThat(less.asString()).contains("You shared less than before");
        clock.wind(Duration.ofSeconds(100));
        await().untilAsserted(() -> assertThat(Events.changes(profile)).contains("Refreshed"));
        clock.wind(Duration.ofSeconds(100));
        await().untilAsserted(() -> assertThat(Events.changes(profile)).contains("ReconnectRequired"));
        answers.add(ann.connections().toString());
        ann.disconnects(agency).then().statusCode(204);
        answers.add(given().get("/q/metrics").asString());
        answers.add(given().get("/q/health").asString());

        Logger.getLogger("").removeHandler(listener);
        List<String> secrets = List.of(
                "secret-access",
                "secret-refresh",
                "secret-code",
                "app-secret-that",
                "s3cr3t-s3cr3t",
                consent.state(),
                ticket);
        assertThat(logged).anyMatch(line -> line.contains("connected")).allSatisfy(line -> keeps(line, secrets));
        assertThat(spans.spans()).anyMatch(s -> s.contains("complete consent")).allSatisfy(s -> keeps(s, secrets));
        assertThat(answers).allSatisfy(answer -> keeps(answer, secrets));
        assertThat(rows()).isNotEmpty().allSatisfy(row -> keeps(row, secrets));
        for (Topic topic : Topic.all()) {
            assertThat(TestTopics.current().read(topic))
                    .allSatisfy(record -> keeps(record.headers() + record.text(), secrets));
        }
    }

    private static void keeps(String text, List<String> secrets) {
        assertThat(text).doesNotContain(secrets);
    }

    private static Handler listenTo(List<String> logged) {
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (!record.getLoggerName().startsWith("org.eclipse.jetty")
                        && !record.getLoggerName().equals("WireMock")) {
                    String text = record instanceof ExtLogRecord ext ? ext.getFormattedMessage() : record.getMessage();
                    logged.add(text + " " + record.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        return listener;
    }

    /// Every row of every table, its bytes read as text.
    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (var result = statement.executeQuery("select * from " + table)) {
                    while (result.next()) {
                        var row = new StringBuilder(table);
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            Object value = result.getObject(i);
                            row.append(' ')
                                    .append(
                                            value instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                    : value);
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }
}
