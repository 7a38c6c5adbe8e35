package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.classifier.evidence.Diagnosing;
import io.adskull.classifier.evidence.Examination;
import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.DeadLetter;
import io.adskull.contract.EventJson;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Remediation;
import io.adskull.diagnosis.Diagnostician;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ClassifierTopologyTest {
    private static final Instant START = Instant.parse("2026-11-22T07:03:00Z");

    @TempDir
    Path stateDir;

    private final Answers kids = new Answers("7012345678901234503");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> accounts;
    private TestInputTopic<byte[], byte[]> responses;
    private TestOutputTopic<byte[], byte[]> remediations;
    private TestOutputTopic<byte[], byte[]> refusedResponses;
    private TestOutputTopic<byte[], byte[]> refusedAccounts;

    @BeforeEach
    void start() {
        Diagnosing diagnosing = (answer, circumstances) -> {
            if (new String(answer.body(), StandardCharsets.UTF_8).equals("bug")) {
                throw new IllegalStateException("a bug");
            }
            return Diagnostician.bundled().diagnose(answer, circumstances);
        };
        var meters = new ClassifierMeters(registry);
        var ledger = new IncidentLedger(new Examination(meters.counting(diagnosing)), Answers.PATIENCE);
        var topology = ClassifierTopology.build(
                "t.",
                ledger,
                Answers.THRESHOLDS,
                Answers.CATALOGUE,
                meters,
                OpenTelemetry.noop().getTracer("test"));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "classifier-topology-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        driver = new TopologyTestDriver(topology, settings, START);
        var write = new ByteArraySerializer();
        var read = new ByteArrayDeserializer();
        accounts = driver.createInputTopic("t.accounts", write, write);
        responses = driver.createInputTopic("t.api-responses", write, write);
        remediations = driver.createOutputTopic("t.remediations", read, read);
        refusedResponses = driver.createOutputTopic("t.api-responses.dead-letters", read, read);
        refusedAccounts = driver.createOutputTopic("t.accounts.dead-letters", read, read);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aResourceThatIsRefusedWhileTheAccountWorksIsAMissingPermission() {
        connect("Northwind Kids");
        answer("a-1", 0, Resource.ACCOUNT, Answers.HEALTHY);
        answer("a-2", 1, Resource.AUTOMATED_RULES, kids.refused());

        TestRecord<byte[], byte[]> told = remediations.readRecord();

        Remediation remediation = EventJson.read(told.getValue(), Remediation.class);
        assertThat(remediation).isInstanceOf(Remediation.Opened.class);
        assertThat(remediation.incident().cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(remediation.incident().resource()).isEqualTo(Resource.AUTOMATED_RULES);
        assertThat(remediation.incident().accountName()).isEqualTo("Northwind Kids");
        assertThat(remediation.incident().logId()).isEqualTo("log-a-2");
        assertThat(new String(told.getKey(), StandardCharsets.UTF_8)).isEqualTo(kids.key());
        CloudEvent envelope = CloudEvent.from(texts(told.getHeaders()));
        assertThat(envelope)
                .isEqualTo(new CloudEvent(
                        remediation.incident().id() + "/opened",
                        Remediation.EVENT_TYPE,
                        "/classifier-service",
                        kids.key(),
                        START.plusSeconds(1),
                        "demo"));
        assertThat(texts(told.getHeaders()).get("traceparent")).isEqualTo(Answers.TRACE);
        assertThat(remediations.isEmpty()).isTrue();
    }

    @Test
    void aRefusalThatNothingExplainsIsDecidedAfterTheGrace() {
        answer("a-1", 0, Resource.AUTOMATED_RULES, kids.refused());
        driver.advanceWallClockTime(Duration.ofSeconds(9));
        assertThat(remediations.isEmpty()).isTrue();

        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(readRemediation().incident().cause()).isEqualTo(Cause.ACCOUNT_ACCESS_MISSING);
        driver.advanceWallClockTime(Duration.ofMinutes(5));
        assertThat(remediations.isEmpty()).isTrue();
    }

    @Test
    void anAnswerThatIsPublishedTwiceIsTakenOnce() {
        answer("a-1", 0, Resource.CAMPAIGNS, Answers.NO_PIXEL);
        answer("a-1", 0, Resource.CAMPAIGNS, Answers.NO_PIXEL);
        answer("a-0", -60, Resource.CAMPAIGNS, Answers.HEALTHY);

        assertThat(readRemediation().incident().cause()).isEqualTo(Cause.RESOURCE_PERMISSION_MISSING);
        assertThat(remediations.isEmpty()).isTrue();
        assertThat(refusedResponses.isEmpty()).isTrue();
    }

    @Test
    void aTombstoneResolvesWhatIsOpen() {
        connect("Northwind Kids");
        answer("a-1", 0, Resource.CAMPAIGNS, Answers.NO_PIXEL);
        readRemediation();
        assertThat(openIncidents(Cause.RESOURCE_PERMISSION_MISSING)).isEqualTo(1);

        accounts.pipeInput(new TestRecord<>(bytes(kids.key()), null, new RecordHeaders(), START.plusSeconds(5)));

        assertThat(readRemediation()).isInstanceOf(Remediation.Resolved.class);
        assertThat(openIncidents(Cause.RESOURCE_PERMISSION_MISSING)).isZero();
        answer("a-2", 6, Resource.CAMPAIGNS, Answers.NO_PIXEL);
        assertThat(remediations.isEmpty()).isTrue();
    }

    @Test
    void anEmptyAnswerAndANullOneAreUnknownRatherThanAdvice() {
        answer("a-1", 0, Resource.CAMPAIGNS, "");
        assertThat(readRemediation().incident().cause()).isEqualTo(Cause.UNKNOWN);

        pipe(kids.key(), kids.headers("a-2", START, Resource.AUTOMATED_RULES), null);
        assertThat(readRemediation().incident().cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(registry.counter("adskull.diagnosis.unknown", "platform", "tiktok")
                        .count())
                .isEqualTo(2);
        assertStillAlive();
    }

    @Test
    void binaryAndTruncatedBodiesAreUnknown() {
        byte[] binary = new byte[4096];
        new Random(7).nextBytes(binary);
        pipe(kids.key(), kids.headers("a-1", START, Resource.CAMPAIGNS), binary);
        assertThat(readRemediation().incident().cause()).isEqualTo(Cause.UNKNOWN);

        pipe(kids.key(), kids.headers("a-2", START, Resource.AUTOMATED_RULES), bytes("{\"code\":40"));
        assertThat(readRemediation().incident().cause()).isEqualTo(Cause.UNKNOWN);
        assertStillAlive();
    }

    @Test
    void aBodyOfTwoMebibytesIsADeadLetterAsItCame() {
        byte[] large = new byte[2 << 20];
        Arrays.fill(large, (byte) 'x');
        Map<String, String> headers = kids.headers("a-1", START, Resource.CAMPAIGNS);
        pipe(kids.key(), headers, large);

        TestRecord<byte[], byte[]> letter = refusedResponses.readRecord();

        assertThat(letter.getValue()).isEqualTo(large);
        assertThat(texts(letter.getHeaders()))
                .containsAllEntriesOf(headers)
                .containsEntry(DeadLetter.REASON, "the body is larger than 1048576 bytes")
                .containsEntry(DeadLetter.TOPIC, "t.api-responses")
                .containsEntry(DeadLetter.PARTITION, "0")
                .containsEntry(DeadLetter.OFFSET, "0");
        assertStillAlive();
    }

    @Test
    void aRecordAsLargeAsKafkaTakesStillFitsIntoTheDeadLetters() {
        pipe(kids.key(), Map.of(), new byte[4 << 20]);

        TestRecord<byte[], byte[]> letter = refusedResponses.readRecord();

        assertThat(letter.getValue()).hasSizeLessThan(4 << 20);
        assertThat(texts(letter.getHeaders()).get(DeadLetter.REASON)).contains("cut to its first");
    }

    @Test
    void aRecordWithoutHeadersIsADeadLetter() {
        pipe(kids.key(), Map.of(), bytes(Answers.HEALTHY));

        assertRefused("header ce_id is missing");
    }

    @Test
    void everyMissingAttributeHasItsReason() {
        for (String required :
                List.of("ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_tenant", "ce_path")) {
            Map<String, String> headers = new HashMap<>(kids.headers("a-1", START, Resource.CAMPAIGNS));
            headers.remove(required);
            pipe(kids.key(), headers, bytes(Answers.HEALTHY));

            assertRefused("header " + required + " is missing");
        }
    }

    @Test
    void attributesThatAreNotWhatTheySayAreRefused() {
        assertRefusedWith("ce_time", "yesterday", "RFC 3339");
        assertRefusedWith("ce_time", "2036-01-01T00:00:00Z", "in the future");
        assertRefusedWith("ce_type", "io.adskull.other.v1", "ce_type");
        assertRefusedWith("ce_httpstatus", "two hundred", "not a number");
        assertRefusedWith("ce_httpstatus", "999", "between 100 and 599");
        assertRefusedWith("ce_resource", "BILLBOARDS", "not a known resource");
        assertRefusedWith("ce_connection", "first", "UUID");
        assertRefusedWith("ce_subject", "tiktok/1", "key is not its ce_subject");
        assertRefusedWith("ce_subject", "myspace/1", "unknown platform");
        assertRefusedWith("ce_path", "/" + "x".repeat(5000), "longer than");
        assertStillAlive();
    }

    @Test
    void aRecordWithoutAKeyIsADeadLetter() {
        pipe(null, kids.headers("a-1", START, Resource.CAMPAIGNS), bytes(Answers.HEALTHY));

        assertRefused("the record has no key");
    }

    @Test
    void aBrokenTraceContextIsNoReasonToRefuse() {
        Map<String, String> headers = new HashMap<>(kids.headers("a-1", START, Resource.CAMPAIGNS));
        headers.put("traceparent", "nonsense");
        pipe(kids.key(), headers, bytes(Answers.NO_PIXEL));

        assertThat(readRemediation().incident().traceId()).isNull();
    }

    @Test
    void aBugInTheDiagnosisCostsOneRecordAndNoMore() {
        answer("a-1", 0, Resource.CAMPAIGNS, "bug");

        assertRefused("diagnosing it failed: IllegalStateException");
        assertStillAlive();
    }

    @Test
    void accountsThatCannotBeReadAreDeadLettersToo() {
        byte[] details = EventJson.write(kids.details("Northwind Kids"));
        assertAccountRefused("tiktok/1", details, "key is not the account");
        assertAccountRefused("nonsense", details, "account key must look like");
        assertAccountRefused("nonsense", null, "account key must look like");
        assertAccountRefused(null, details, "no key");
        assertAccountRefused(kids.key(), bytes("{\"account\":"), "not a ConnectedAccount");
        assertAccountRefused(kids.key(), bytes("{}"), "");
        assertAccountRefused(kids.key(), bytes("null"), "JSON null");
        assertThat(registry.counter("adskull.dead.letters", "topic", "accounts").count())
                .isEqualTo(7);
        assertStillAlive();
    }

    @Test
    void whatAPlatformWritesAtLengthStillFitsIntoAnEvent() {
        String long1 = "x".repeat(400_000);
        answer(
                "a-1",
                0,
                Resource.CAMPAIGNS,
                "{\"code\":40105,\"message\":\"The advertiser has cancelled the authorization. " + long1
                        + "\",\"request_id\":\"" + long1 + "\"}");

        assertThat(remediations.readRecord().getValue()).hasSizeLessThan(20_000);
    }

    @Test
    void namesThatKafkasChangelogsHangOnStay() {
        assertThat(driver.getAllStateStores())
                .containsOnlyKeys(
                        "account-states",
                        "agenda",
                        "catalogue-read",
                        "connection-voices",
                        "wide-failures",
                        "outage-witnesses",
                        "reported-incidents");
        assertThat(driver.producedTopicNames()).isEmpty();
        answer("a-1", 0, Resource.CAMPAIGNS, Answers.NO_PIXEL);
        assertThat(driver.producedTopicNames())
                .containsOnly(
                        "t.remediations",
                        "t.platform-words",
                        "classifier-topology-test-account-states-changelog",
                        "classifier-topology-test-wide-failures-changelog",
                        "classifier-topology-test-outage-witnesses-changelog");
    }

    @Test
    void anAbsurdlyLongNameStillFitsIntoAnEvent() {
        connect("n".repeat(500_000));
        answer("a-1", 0, Resource.CAMPAIGNS, Answers.NO_PIXEL);

        assertThat(remediations.readRecord().getValue()).hasSizeLessThan(20_000);
    }

    private void connect(String name) {
        accounts.pipeInput(bytes(kids.key()), EventJson.write(kids.details(name)));
    }

    private void answer(String id, int second, Resource resource, String body) {
        pipe(kids.key(), kids.headers(id, START.plusSeconds(second), resource), bytes(body));
    }

    private void pipe(@Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        Headers carried = new RecordHeaders();
        headers.forEach((name, text) -> carried.add(name, bytes(text)));
        responses.pipeInput(new TestRecord<>(key == null ? null : bytes(key), value, carried, START));
    }

    private void assertRefusedWith(String header, String value, String reason) {
        Map<String, String> headers = new HashMap<>(kids.headers("a-1", START, Resource.CAMPAIGNS));
        headers.put(header, value);
        pipe(kids.key(), headers, bytes(Answers.HEALTHY));
        assertRefused(reason);
    }

    private void assertRefused(String reason) {
        assertThat(texts(refusedResponses.readRecord().getHeaders()).get(DeadLetter.REASON))
                .contains(reason);
        assertThat(remediations.isEmpty()).isTrue();
    }

    private void assertAccountRefused(@Nullable String key, byte @Nullable [] value, String reason) {
        accounts.pipeInput(new TestRecord<>(key == null ? null : bytes(key), value, new RecordHeaders(), START));
        TestRecord<byte[], byte[]> letter = refusedAccounts.readRecord();
        assertThat(letter.getValue()).isEqualTo(value);
        assertThat(texts(letter.getHeaders()).get(DeadLetter.REASON)).contains(reason);
    }

    private void assertStillAlive() {
        Answers another = new Answers("7012345678901234507");
        pipe(another.key(), another.headers("z-1", START, Resource.CAMPAIGNS), bytes(Answers.NO_PIXEL));
        assertThat(readRemediation().incident().account().toString()).isEqualTo(another.key());
    }

    private Remediation readRemediation() {
        return EventJson.read(remediations.readValue(), Remediation.class);
    }

    private double openIncidents(Cause cause) {
        return registry.get("adskull.incidents.open")
                .tag("cause", cause.name())
                .gauge()
                .value();
    }

    private static Map<String, String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, last) -> last));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
