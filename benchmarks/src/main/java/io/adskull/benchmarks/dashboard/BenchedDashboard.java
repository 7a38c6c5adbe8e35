package io.adskull.benchmarks.dashboard;

import io.adskull.benchmarks.process.OwnFolder;
import io.adskull.benchmarks.process.OwnProcess;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.remediation.Remediation;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.topic.EnsureTopics;
import io.adskull.local.vault.TicketKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The real dashboard-service with real Kafka and PostgreSQL, told of accounts and incidents as the other services do.
final class BenchedDashboard implements AutoCloseable {
    private static final int PORT_OFFSET = 4000;
    private static final int MEGABYTES = 512;
    private static final String TOPICS = "bench.";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Agency agency;
    private final OwnProcess process;
    private final KafkaProducer<String, byte[]> producer;
    private final URI address;

    BenchedDashboard(Path root, Agency agency) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the dashboard"));
        this.agency = agency;
        Ports ports = new Ports(PORT_OFFSET);
        Home home = new Home(root, OwnFolder.emptied(root.resolve("benchmarks/target/dashboard-system")));
        Components components = Components.of(home, ports, Map.of());
        try {
            home.create();
            TicketKey.createIfMissing(home.ticketKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String name : List.of("kafka", "postgres")) {
            running.push(OwnProcess.start(home, components.require(name), MEGABYTES, Map.of(), List.of()));
        }
        String kafka = "localhost:" + ports.kafka();
        EnsureTopics.on(kafka, TOPICS);
        process = OwnProcess.start(
                home,
                components.require("dashboard-service"),
                MEGABYTES,
                Map.of("ADSKULL_TOPIC_PREFIX", TOPICS, "ADSKULL_ANONYMOUS_TENANT", agency.tenant()),
                furtherFlags());
        running.push(process);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
        running.push(producer);
        address = URI.create(Ports.http(ports.dashboard()));
    }

    /// Such as a flight recorder's.
    private static List<String> furtherFlags() {
        return Optional.ofNullable(System.getenv("ADSKULL_BENCH_DASHBOARD_FLAGS"))
                .map(flags -> List.of(flags.split(" ")))
                .orElse(List.of());
    }

    URI at(String path) {
        return address.resolve(path);
    }

    Duration cpu() {
        return process.cpu();
    }

    void connect(int account) {
        ConnectedAccount connected = agency.connected(account);
        var envelope = new CloudEvent(
                connected.account() + "/connected",
                ConnectedAccount.EVENT_TYPE,
                "/token-service",
                connected.account().toString(),
                connected.connectedAt(),
                agency.tenant());
        send(Topic.ACCOUNTS, connected.account().toString(), envelope, EventJson.write(connected));
    }

    void tell(Remediation remediation) {
        send(
                Topic.REMEDIATIONS,
                remediation.incident().account().toString(),
                remediation.envelope("/classifier-service"),
                EventJson.write(remediation));
    }

    private void send(Topic topic, String key, CloudEvent envelope, byte[] value) {
        var record = new ProducerRecord<>(topic.named(TOPICS), key, value);
        envelope.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        Future<?> _ = producer.send(record);
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
