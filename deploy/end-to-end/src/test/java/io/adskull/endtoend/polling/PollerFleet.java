package io.adskull.endtoend.polling;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.endtoend.fleet.OwnProcess;
import io.adskull.endtoend.fleet.OwnSystem;
import io.adskull.local.component.Component;
import io.adskull.local.component.Ports;
import io.adskull.local.component.Readiness;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Replicas of poller-service at the simulator and on real Kafka, beside any other system.
final class PollerFleet implements AutoCloseable {
    private static final int PORT_OFFSET = 3600;

    private final OwnSystem system;
    private final Ports ports;
    private final Duration late;
    private final CallLog log = new CallLog();
    private final OwnProcess simulator;
    private final AccessTokens tokens;
    private final List<Replica> replicas = new ArrayList<>();

    /// Starts all but the replicas.
    ///
    /// @param late by how much each platform's answers are later than the simulator's
    PollerFleet(String folder, Duration late) {
        this.system = new OwnSystem(folder, PORT_OFFSET);
        this.ports = system.ports();
        this.late = late;
        Component component = system.component("simulator");
        this.simulator = new OwnProcess(
                component.program(),
                Map.of("ADSKULL_SIMULATOR_TIKTOK_QPS", "1000", "ADSKULL_SIMULATOR_TIKTOK_QPM", "60000"),
                system.home().log("simulator"));
        this.tokens = new AccessTokens(ports.token());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the pollers"));
        system.up("kafka", "identity");
        simulator.startIfDead();
        OwnSystem.awaitReady(component.readiness());
    }

    CallLog log() {
        return log;
    }

    SimulatedLimits limits() {
        return new SimulatedLimits(Ports.http(ports.simulator()));
    }

    /// Publishes the fleet's accounts, with a token that the simulator really gave.
    void connect(Fleet fleet) {
        Map<String, String> environment =
                system.component("simulator").program().environment();
        var consent = new Consent(
                Ports.http(ports.simulator()),
                Objects.requireNonNull(environment.get("TIKTOK_APP_ID")),
                Objects.requireNonNull(environment.get("TIKTOK_APP_SECRET")));
        tokens.put(fleet.connection().toString(), consent.of(fleet.platform(), fleet.login()));
        Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:" + ports.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (ConnectedAccount account : fleet.accounts()) {
                producer.send(new ProducerRecord<>(
                                Topic.ACCOUNTS.named(Topic.DEFAULT_PREFIX),
                                account.account().toString(),
                                EventJson.write(account)))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take the accounts", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Starts `count` replicas more, and returns when they are ready, which is before they have accounts.
    ///
    /// @param settings different from what the launcher would say
    List<Replica> start(int count, Map<String, String> settings) {
        List<Replica> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Replica replica = replica(settings);
            replica.process().startIfDead();
            replicas.add(replica);
            added.add(replica);
        }
        added.forEach(replica -> OwnSystem.awaitReady(
                new Readiness.Http(URI.create(Ports.http(port(replicas.indexOf(replica))) + "/q/health/ready"))));
        return added;
    }

    private Replica replica(Map<String, String> settings) {
        String name = "poller-" + (replicas.size() + 1);
        var proxy = new RecordingProxy(name, Ports.http(ports.simulator()), late, log);
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_PORT",
                Integer.toString(port(replicas.size())),
                "TIKTOK_API_URL",
                proxy.url(),
                "GOOGLE_API_URL",
                proxy.url() + "/google/v22",
                "META_API_URL",
                proxy.url() + "/meta/v23.0",
                "REDDIT_API_URL",
                proxy.url() + "/reddit/api/v3",
                "ADSKULL_POLL_LONGEST_HINT",
                "P1D"));
        environment.putAll(settings);
        var process = new OwnProcess(
                system.component("poller-service").program(),
                environment,
                system.home().log(name));
        return new Replica(name, process, proxy);
    }

    /// Above those of the system.
    private int port(int number) {
        return ports.kafkaController() + 1 + number;
    }

    @Override
    public void close() {
        replicas.forEach(replica -> {
            replica.process().kill();
            replica.proxy().close();
        });
        tokens.close();
        simulator.kill();
        system.close();
    }
}
