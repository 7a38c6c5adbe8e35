package io.adskull.poller.status;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.poller.OutsideWorld;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// TikTok's feed from the wire to the topic.
@QuarkusTest
@TestProfile(StatusPagesServiceTest.Often.class)
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(OutsideWorld.class)
class StatusPagesServiceTest {
    private static final String FEED = "/marketing_api/api/status_page/incident/rss/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestTopics topics = TestTopics.current();
    private final String guid = UUID.randomUUID().toString();

    public static class Often implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("adskull.poll.status-delay", "PT1S", "adskull.poll.status-interval", "PT1S");
        }
    }

    @BeforeEach
    void nothingIsTold() {
        answers(feed(""));
    }

    @Test
    void anIncidentIsPublishedWhenItIsToldWhenItIsOverAndForgottenAfterThat() {
        answers(feed("<item><title>Reports fail</title><guid>" + guid + "</guid></item>"));
        Received told = record(1);
        PlatformIncident incident = EventJson.read(told.value(), PlatformIncident.class);
        assertThat(incident.title()).isEqualTo("Reports fail");
        assertThat(incident.open()).isTrue();
        assertThat(told.headers())
                .containsEntry("ce_type", PlatformIncident.EVENT_TYPE)
                .containsEntry("ce_subject", "tiktok/" + guid)
                .containsEntry("ce_tenant", "operators");

        answers(feed("<item><title>Resolved: reports fail</title><guid>" + guid + "</guid></item>"));
        assertThat(EventJson.read(record(2).value(), PlatformIncident.class).open())
                .isFalse();

        answers(feed(""));
        assertThat(record(3).value()).isNull();
    }

    @Test
    void whatCannotBeReadEndsNothing() {
        answers(feed("<item><title>Reports fail</title><guid>" + guid + "</guid></item>"));
        record(1);

        for (ResponseDefinitionBuilder broken : List.of(
                aResponse().withStatus(503),
                okForContentType("text/html", "<html><body>Log in</body></html>"),
                okForContentType("text/xml", "<rss><channel>" + " ".repeat(2 << 20)))) {
            answers(broken);
            int before = asked();
            await().atMost(PATIENCE).until(() -> asked() >= before + 2);
        }

        assertThat(records()).hasSize(1);
    }

    private Received record(int number) {
        return await().atMost(PATIENCE)
                .until(this::records, records -> records.size() >= number)
                .get(number - 1);
    }

    private List<Received> records() {
        return topics.read(Topic.PLATFORM_STATUS).stream()
                .filter(record -> record.key().equals("tiktok/" + guid))
                .toList();
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        OutsideWorld.world().register(get(urlPathEqualTo(FEED)).atPriority(1).willReturn(answer));
    }

    private static ResponseDefinitionBuilder feed(String items) {
        return okForContentType("application/rss+xml", "<rss version=\"2.0\"><channel>" + items + "</channel></rss>");
    }

    private static int asked() {
        return OutsideWorld.world().find(getRequestedFor(urlPathEqualTo(FEED))).size();
    }
}
