package io.adskull.benchmarks.alerts;

import io.adskull.benchmarks.process.OwnFolder;
import io.adskull.benchmarks.process.OwnProcess;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.topic.EnsureTopics;
import io.adskull.local.vault.TicketKey;
import io.adskull.local.vault.VaultKeyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The real notifier-service with real Kafka and PostgreSQL, which sends Slack messages to the receiver. It hears of
/// incidents as it does from the classifier; each is of a connection of its own.
final class Notifier implements Contender {
    private static final int PORT_OFFSET = 3800;
    private static final int MEGABYTES = 512;
    private static final String TOPICS = "bench.";

    /// Who calls the API without a token.
    private static final String FLOODED = "flooded";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Home home;
    private final Components components;
    private final Map<String, String> settings;
    private final KafkaProducer<String, byte[]> producer;
    private final Ports ports = new Ports(PORT_OFFSET);
    private OwnProcess notifier;

    Notifier(Path root, String receiver) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the notifier"));
        home = new Home(root, OwnFolder.emptied(root.resolve("benchmarks/target/alerts-system")));
        components = Components.of(home, ports, Map.of());
        try {
            home.create();
            TicketKey.createIfMissing(home.ticketKey());
            VaultKeyset.createIfMissing(home.channelsKeyset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : List.of("kafka", "postgres")) {
            running.push(OwnProcess.start(home, components.require(name), MEGABYTES, Map.of(), List.of()));
        }
        String kafka = "localhost:" + ports.kafka();
        EnsureTopics.on(kafka, TOPICS);
        settings = Map.of(
                "ADSKULL_TOPIC_PREFIX", TOPICS,
                "ADSKULL_ALERTS_GROUP_WAIT", "PT0S",
                "ADSKULL_ANONYMOUS_TENANT", FLOODED,
                "ADSKULL_ALERTS_ADVERTISERS_SLACK_WEBHOOK_URL", receiver,
                "ADSKULL_DESTINATIONS_SLACK_WEBHOOK_ADDRESSES", "http://localhost:",
                "ADSKULL_ALERTS_ADVERTISERS_EMAIL", "",
                "ADSKULL_ALERTS_OPERATORS_EMAIL", "");
        notifier = started();
        running.push(() -> notifier.close());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
        running.push(producer);
    }

    private OwnProcess started() throws InterruptedException {
        return OwnProcess.start(home, components.require("notifier-service"), MEGABYTES, settings, furtherFlags());
    }

    @Override
    public void killAndStart() throws InterruptedException {
        notifier.kill();
        notifier = started();
    }

    /// Kafka keeps what nobody has read.
    @Override
    public void tellAgain(int first, int count) {}

    /// Such as a flight recorder's, for whoever looks into what an alert costs.
    private static List<String> furtherFlags() {
        return Optional.ofNullable(System.getenv("ADSKULL_BENCH_NOTIFIER_FLAGS"))
                .map(flags -> List.of(flags.split(" ")))
                .orElse(List.of());
    }

    @Override
    public String name() {
        return "AdSkull";
    }

    @Override
    public void tell(int alert) {
        tell(opened(alert, "tenant-" + alert % 100));
    }

    /// One more of the tenant that has a destination of its own.
    void tellOfFlood(int alert) {
        tell(opened(alert, FLOODED));
    }

    /// That tenant hears there from now on.
    void sendTo(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Ports.http(ports.notifier()) + "/api/destinations"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\":\"slack\",\"name\":\"busy\",\"address\":\"" + url + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("the notifier took no destination: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Remediation opened) {
        var record = new ProducerRecord<>(
                Topic.REMEDIATIONS.named(TOPICS), opened.incident().account().toString(), EventJson.write(opened));
        opened.envelope("/classifier-service").headers().forEach((name, value) -> record.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        Future<?> _ = producer.send(record);
    }

    private static Remediation opened(int alert, String tenant) {
        Instant now = Instant.now();
        var account = new AccountKey(Platform.TIKTOK, Long.toString(7_200_000_000_000_000_000L + alert));
        var incident = new Incident(
                IncidentId.of(
                        account,
                        Cause.RESOURCE_PERMISSION_MISSING,
                        Resource.AUTOMATED_RULES,
                        UUID.randomUUID().toString()),
                tenant,
                account,
                Receiver.nameOf(alert),
                "Northwind Agency",
                new ConnectionId(UUID.randomUUID()),
                Resource.AUTOMATED_RULES,
                Cause.RESOURCE_PERMISSION_MISSING,
                Actor.BUSINESS_ADMIN,
                Severity.WARNING,
                Confidence.CERTAIN,
                AutomaticAction.RETEST_SLOWLY,
                "No permission for Automated Rules",
                "The login that AdSkull uses can see this ad account, but it may not use Automated Rules.",
                List.of(
                        "Sign in as a Business Center admin.",
                        "Switch on the permission.",
                        "Press Re-test in AdSkull."),
                null,
                null,
                null,
                null,
                List.of("Other calls for this account are answered."),
                "40001",
                "No permission to operate advertiser",
                "/open_api/v1.3/optimizer/rule/list/",
                200,
                now,
                now,
                1,
                null,
                null,
                null);
        return new Remediation.Opened(incident, now);
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("bench: " + e.getMessage());
            }
        }
    }
}
