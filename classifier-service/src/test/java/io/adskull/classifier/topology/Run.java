package io.adskull.classifier.topology;

import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Remediation;
import io.adskull.diagnosis.Diagnostician;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/// The whole topology with the real catalogue, on a clock that a test moves.
final class Run implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-22T07:03:00Z");

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> accounts;
    private final TestInputTopic<byte[], byte[]> responses;
    private final TestInputTopic<byte[], byte[]> credentials;
    private final TestInputTopic<byte[], byte[]> platformStatus;
    private final TestOutputTopic<byte[], byte[]> remediations;
    private final TestOutputTopic<byte[], byte[]> pollRequests;
    private Instant now = START;
    private int answers;

    Run(Path stateDir) {
        var ledger = new IncidentLedger(new Examination(Diagnostician.bundled()::diagnose), Answers.PATIENCE);
        var topology = ClassifierTopology.build(
                "t.",
                ledger,
                Answers.THRESHOLDS,
                Answers.CATALOGUE,
                new ClassifierMeters(new SimpleMeterRegistry()),
                OpenTelemetry.noop().getTracer("test"));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "run");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        driver = new TopologyTestDriver(topology, settings, START);
        var write = new ByteArraySerializer();
        var read = new ByteArrayDeserializer();
        accounts = driver.createInputTopic("t.accounts", write, write);
        responses = driver.createInputTopic("t.api-responses", write, write);
        credentials = driver.createInputTopic("t.credentials", write, write);
        platformStatus = driver.createInputTopic("t.platform-status", write, write);
        remediations = driver.createOutputTopic("t.remediations", read, read);
        pollRequests = driver.createOutputTopic("t.poll-requests", read, read);
    }

    Run connect(Answers... connected) {
        for (Answers account : connected) {
            connect(account.details("Account " + account.key()));
        }
        return this;
    }

    void connect(ConnectedAccount details) {
        accounts.pipeInput(bytes(details.account().toString()), EventJson.write(details));
    }

    void disconnect(Answers account) {
        accounts.pipeInput(new TestRecord<>(bytes(account.key()), null, new RecordHeaders(), now));
    }

    /// The platform answers now.
    Run answer(Answers account, Resource resource, String body) {
        return answerThatCame(0, account, resource, body);
    }

    /// An answer that came so long after the wall clock's time, as if the clock had stood still meanwhile.
    Run answerThatCame(int seconds, Answers account, Resource resource, String body) {
        answers++;
        Headers headers = new RecordHeaders();
        account.headers("a-" + answers, now.plusSeconds(seconds), resource, body)
                .forEach((name, text) -> headers.add(name, bytes(text)));
        responses.pipeInput(new TestRecord<>(bytes(account.key()), bytes(body), headers, now));
        return this;
    }

    void credential(ConnectionId connection, CredentialChange change) {
        credentials.pipeInput(bytes(connection.toString()), EventJson.write(change));
    }

    /// A platform's status page says this of an incident, or, with null bytes, nothing any more.
    void reports(String key, byte[] value) {
        platformStatus.pipeInput(bytes(key), value);
    }

    /// Time passes, second by second.
    Run wait(int seconds) {
        now = now.plusSeconds(seconds);
        driver.advanceWallClockTime(Duration.ofSeconds(seconds));
        return this;
    }

    Instant now() {
        return now;
    }

    /// What was told since the last time.
    List<Remediation> told() {
        return remediations.readValuesToList().stream()
                .map(value -> EventJson.read(value, Remediation.class))
                .toList();
    }

    /// The same, as a reader would tell it: `OPENED TOKEN_INVALID tiktok/701`.
    List<String> said() {
        return told().stream()
                .map(remediation -> remediation.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT) + " "
                        + remediation.incident().cause() + " "
                        + remediation.incident().account())
                .toList();
    }

    /// What was asked for since the last time.
    List<PollRequested> asked() {
        return pollRequests.readValuesToList().stream()
                .map(value -> EventJson.read(value, PollRequested.class))
                .toList();
    }

    long written(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .getQueueSize();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
