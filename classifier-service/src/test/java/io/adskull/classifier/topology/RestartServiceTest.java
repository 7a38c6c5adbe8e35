package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Remediation;
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
            answer("a-1", 0, Answers.NO_PIXEL);
            await().atMost(PATIENCE).until(() -> told().size() == 1);
        }
        answer("a-1", 0, Answers.NO_PIXEL);
        answer("a-2", 1, Answers.NO_PIXEL);
        var registry = new SimpleMeterRegistry();
        try (KafkaStreams second = streams(registry, "another-machine")) {
            second.start();
            await().atMost(PATIENCE)
                    .until(() -> registry.get("adskull.incidents.open")
                                    .tag("cause", "RESOURCE_PERMISSION_MISSING")
                                    .gauge()
                                    .value()
                            == 1);
            answer("a-3", 2, Answers.HEALTHY);
            await().atMost(PATIENCE).until(() -> told().size() == 2);
        }

        assertThat(told()).element(0).isInstanceOf(Remediation.Opened.class);
        assertThat(told()).element(1).isInstanceOf(Remediation.Resolved.class).satisfies(resolved -> assertThat(
                        resolved.incident().occurrences())
                .isEqualTo(2));
    }

    private void answer(String id, int second, String body) {
        topics.publish(
                Topic.API_RESPONSES,
                kids.key(),
                kids.headers(id, start.plusSeconds(second), Resource.CAMPAIGNS),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Remediation> told() {
        return topics.read(Topic.REMEDIATIONS).stream()
                .map(received -> EventJson.read(received.text().getBytes(StandardCharsets.UTF_8), Remediation.class))
                .toList();
    }

    private KafkaStreams streams(SimpleMeterRegistry registry, String machine) throws IOException {
        var ledger = new IncidentLedger(new Examination(Diagnostician.bundled()::diagnose), Answers.PATIENCE);
        var topology = ClassifierTopology.build(
                topics.prefix(),
                ledger,
                Answers.THRESHOLDS,
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
