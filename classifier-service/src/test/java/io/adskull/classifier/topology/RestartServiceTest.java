package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.classifier.evidence.Diagnosing;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Remediation;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The topology against a real broker with the service's own settings, stopped and started again.
class RestartServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TestTopics topics = new TestTopics("", "");

    @TempDir
    static Path stateDir;

    private final Answers kids = new Answers("7012345678901234503");
    private final Answers home = new Answers("7012345678901234504");
    private final Answers garden = new Answers("7012345678901234506");
    private final Instant start = Instant.now();

    @BeforeAll
    static void servers() {
        RealServers servers = new RealServers();
        servers.init(Map.of());
        Map<String, String> config = servers.start();
        topics = new TestTopics(
                config.getOrDefault("kafka.bootstrap.servers", ""), config.getOrDefault("adskull.topic-prefix", ""));
    }

    @Test
    void anIncidentIsOpenedOnceHoweverOftenTheClassifierStarts() throws IOException {
        try (KafkaStreams first = streams(new SimpleMeterRegistry(), "first")) {
            first.start();
            answer(kids, "a-1", 0, Answers.NO_PIXEL);
            await().atMost(PATIENCE).until(() -> told(kids).size() == 1);
        }
        answer(kids, "a-1", 0, Answers.NO_PIXEL);
        answer(kids, "a-2", 1, Answers.NO_PIXEL);
        var registry = new SimpleMeterRegistry();
        try (KafkaStreams second = streams(registry, "another-machine")) {
            second.start();
            await().atMost(PATIENCE)
                    .until(() -> registry.get("adskull.incidents.open")
                                    .tag("cause", "RESOURCE_PERMISSION_MISSING")
                                    .gauge()
                                    .value()
                            == 1);
            answer(kids, "a-3", 2, Answers.HEALTHY);
            await().atMost(PATIENCE).until(() -> told(kids).size() == 2);
        }

        assertThat(told(kids)).element(0).isInstanceOf(Remediation.Opened.class);
        assertThat(told(kids))
                .element(1)
                .isInstanceOf(Remediation.Resolved.class)
                .satisfies(resolved ->
                        assertThat(resolved.incident().occurrences()).isEqualTo(2));
    }

    @Test
    void anotherCatalogueReadsAgainWhatFailsAndLeavesTheRestAlone() throws IOException {
        Diagnosing knowsLittle = (answer, circumstances) -> Diagnostician.bundled()
                .diagnose(
                        new Answer(
                                answer.platform(),
                                answer.endpoint(),
                                answer.httpStatus(),
                                answer.transportError(),
                                answer.headers(),
                                new String(answer.body(), StandardCharsets.UTF_8)
                                        .replace("permission", "anything")
                                        .replace("40001", "47777")
                                        .getBytes(StandardCharsets.UTF_8)),
                        circumstances);
        var registry = new SimpleMeterRegistry();
        try (KafkaStreams first = streams(registry, "first", knowsLittle, "1")) {
            first.start();
            answer(home, "h-1", 0, Answers.NO_PIXEL);
            answer(home, "h-2", 1, Answers.HEALTHY);
            answer(garden, "g-1", 0, Answers.NO_PIXEL);
            await().atMost(PATIENCE)
                    .until(() -> told(home).size() == 2 && told(garden).size() == 1);
        }
        for (String machine : List.of("second", "third")) {
            try (KafkaStreams later =
                    streams(new SimpleMeterRegistry(), machine, Diagnostician.bundled()::diagnose, "2")) {
                later.start();
                await().atMost(PATIENCE).until(() -> told(garden).size() == 3);
                answer(garden, "g-" + machine, machine.equals("second") ? 2 : 3, Answers.NO_PIXEL);
                await().atMost(PATIENCE).until(() -> later.metadataForLocalThreads().stream()
                        .allMatch(thread -> thread.activeTasks().size() > 0));
            }
        }

        assertThat(told(garden))
                .extracting(remediation -> remediation.getClass().getSimpleName() + " "
                        + remediation.incident().cause())
                .containsExactly("Opened UNKNOWN", "Resolved UNKNOWN", "Opened RESOURCE_PERMISSION_MISSING");
        assertThat(told(home))
                .extracting(remediation -> remediation.getClass().getSimpleName() + " "
                        + remediation.incident().cause())
                .containsExactly("Opened UNKNOWN", "Resolved UNKNOWN");
    }

    private void answer(Answers account, String id, int second, String body) {
        topics.publish(
                Topic.API_RESPONSES,
                account.key(),
                account.headers(id, start.plusSeconds(second), Resource.CAMPAIGNS),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Remediation> told(Answers account) {
        return topics.read(Topic.REMEDIATIONS).stream()
                .map(received -> EventJson.read(received.text().getBytes(StandardCharsets.UTF_8), Remediation.class))
                .filter(remediation ->
                        remediation.incident().account().toString().equals(account.key()))
                .toList();
    }

    private KafkaStreams streams(SimpleMeterRegistry registry, String machine) throws IOException {
        return streams(registry, machine, Diagnostician.bundled()::diagnose, "1");
    }

    private KafkaStreams streams(SimpleMeterRegistry registry, String machine, Diagnosing diagnosing, String version)
            throws IOException {
        var ledger = new IncidentLedger(new Examination(diagnosing), Answers.PATIENCE);
        var topology = ClassifierTopology.build(
                topics.prefix(),
                ledger,
                Answers.THRESHOLDS,
                new CatalogueInUse(version, KafkaKeptAnswers.of(new ClassifierTopics(topics.prefix()).responses())),
                new ClassifierMeters(registry),
                OpenTelemetry.noop().getTracer("test"));
        Properties settings = serviceSettings();
        settings.put("application.id", topics.prefix() + "classifier-service");
        settings.put("bootstrap.servers", topics.bootstrapServers());
        settings.put("state.dir", stateDir.resolve(machine).toString());
        return new KafkaStreams(topology, settings);
    }

    /// What the service hands to Kafka Streams, as its configuration says it.
    private static Properties serviceSettings() throws IOException {
        Properties all = new Properties();
        try (var in = RestartServiceTest.class.getResourceAsStream("/application.properties")) {
            all.load(in);
        }
        Properties settings = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith("kafka-streams."))
                .filter(name -> !all.getProperty(name).contains("${"))
                .forEach(name -> settings.put(name.substring("kafka-streams.".length()), all.getProperty(name)));
        return settings;
    }
}
