package io.adskull.benchmarks.poller;

import io.adskull.benchmarks.process.OwnFolder;
import io.adskull.benchmarks.process.OwnProcess;
import io.adskull.contract.Topic;
import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.topic.EnsureTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Kafka, identity provider and simulator as processes of the benchmark's own, beside any other system. Each run
/// begins with an empty broker.
final class BenchedSystem implements AutoCloseable {
    private static final int PORT_OFFSET = 3400;
    private static final int MEGABYTES = 512;
    private static final int MEGABYTES_OF_POLLER = 1024;

    /// The simulator refuses what is beyond TikTok's limits; here it shall answer as fast as it can.
    private static final List<String> UNLIMITED = List.of(
            "-Dadskull.simulator.tiktok.limits.app-second=100000000",
            "-Dadskull.simulator.tiktok.limits.app-minute=100000000");

    private final Home home;
    private final Ports ports = new Ports(PORT_OFFSET);
    private final Components components;
    private final List<AutoCloseable> running = new ArrayList<>();

    private BenchedSystem(Path root) {
        home = new Home(root, root.resolve("benchmarks/target/poller-system"));
        components = Components.of(home, ports, Map.of());
    }

    static BenchedSystem start(Path root) throws InterruptedException {
        var system = new BenchedSystem(root);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop the system"));
        system.begin();
        return system;
    }

    private void begin() throws InterruptedException {
        try {
            OwnFolder.emptied(home.state());
            home.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("kafka", Map.of(), List.of());
        start("identity", Map.of(), List.of());
        start(
                "simulator",
                Map.of(
                        "ADSKULL_SIMULATOR_TIKTOK_APP_ID", Consent.APP,
                        "ADSKULL_SIMULATOR_TIKTOK_APP_SECRET", Consent.SECRET),
                UNLIMITED);
    }

    /// One poller on topics of its own.
    ///
    /// @param settings environment variables besides those of the launcher
    RunningPoller poller(String topicPrefix, Map<String, String> settings) throws InterruptedException {
        EnsureTopics.on(kafka(), topicPrefix);
        Map<String, String> all = new HashMap<>(settings);
        all.put("ADSKULL_TOPIC_PREFIX", topicPrefix);
        Component component = components.require("poller-service");
        var poller = new RunningPoller(
                OwnProcess.start(home, component, MEGABYTES_OF_POLLER, all, flagsOfPoller()),
                Ports.http(ports.poller()));
        running.addFirst(poller);
        return poller;
    }

    /// Such as a flight recorder's, for whoever looks into what a poll costs.
    private static List<String> flagsOfPoller() {
        return Optional.ofNullable(System.getenv("ADSKULL_BENCH_POLLER_FLAGS"))
                .map(flags -> List.of(flags.split(" ")))
                .orElse(List.of());
    }

    String kafka() {
        return "localhost:" + ports.kafka();
    }

    int simulatorPort() {
        return ports.simulator();
    }

    /// Where the poller looks for token-service.
    int tokenServicePort() {
        return ports.token();
    }

    static String answersTopic(String topicPrefix) {
        return Topic.API_RESPONSES.named(topicPrefix);
    }

    private void start(String name, Map<String, String> different, List<String> flags) throws InterruptedException {
        running.addFirst(OwnProcess.start(home, components.require(name), MEGABYTES, different, flags));
    }

    @Override
    public synchronized void close() {
        running.forEach(process -> {
            try {
                process.close();
            } catch (Exception e) {
                System.err.println("bench: " + e.getMessage());
            }
        });
        running.clear();
    }
}
