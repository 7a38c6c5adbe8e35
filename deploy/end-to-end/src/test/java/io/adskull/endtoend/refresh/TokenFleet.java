package io.adskull.endtoend.refresh;

import io.adskull.endtoend.fleet.OwnProcess;
import io.adskull.endtoend.fleet.OwnSystem;
import io.adskull.local.component.Component;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.component.Readiness;
import io.adskull.local.server.Postmaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Four replicas of token-service on real servers, beside any other system; tokens live for seconds.
final class TokenFleet implements AutoCloseable {
    private static final int PORT_OFFSET = 3200;
    private static final int REPLICAS = 4;

    private final OwnSystem system = new OwnSystem("refresh-system", PORT_OFFSET);
    private final Home home = system.home();
    private final Ports ports = system.ports();
    private Optional<OwnProcess> simulator = Optional.empty();
    private List<Replica> replicas = List.of();

    /// Starts all but the simulator and the replicas.
    static TokenFleet onItsServers() {
        var fleet = new TokenFleet();
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "stop the fleet"));
        fleet.system.up("kafka", "postgres", "identity");
        return fleet;
    }

    /// Simulator and replicas start anew; the simulator has forgotten which tokens were used.
    ///
    /// @param reuseGrace how long the simulator takes a used refresh token again
    /// @param lease after which a replica takes over from one that does not come back
    void restart(Duration reuseGrace, Duration lease) {
        killAll();
        OwnProcess fresh = simulator(reuseGrace);
        fresh.startIfDead();
        simulator = Optional.of(fresh);
        OwnSystem.awaitReady(system.component("simulator").readiness());
        replicas = IntStream.range(0, REPLICAS)
                .mapToObj(number -> replica(number, lease))
                .toList();
        startDeadReplicas();
        awaitReplicas();
    }

    private void killAll() {
        replicas.forEach(replica -> replica.process().kill());
        simulator.ifPresent(OwnProcess::kill);
    }

    List<Replica> replicas() {
        return replicas;
    }

    void startDeadReplicas() {
        replicas.forEach(replica -> replica.process().startIfDead());
    }

    void awaitReplicas() {
        replicas.forEach(replica -> OwnSystem.awaitReady(replica.readiness()));
    }

    TokenDatabase database() {
        return new TokenDatabase("jdbc:postgresql://localhost:" + ports.postgres() + "/");
    }

    long postmaster() {
        try {
            return new Postmaster(home.data("postgres")).running().orElseThrow().pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SimulatedTikTok tikTok() {
        return new SimulatedTikTok(Ports.http(ports.token()), Ports.http(ports.simulator()));
    }

    private OwnProcess simulator(Duration reuseGrace) {
        Component component = system.component("simulator");
        return new OwnProcess(
                component.program(),
                Map.of(
                        "ADSKULL_SIMULATOR_TIKTOK_QPS",
                        "1000",
                        "ADSKULL_SIMULATOR_TIKTOK_QPM",
                        "60000",
                        "ADSKULL_SIMULATOR_TIKTOK_ACCOUNT_TOKEN_LIFETIME",
                        "PT12S",
                        "ADSKULL_SIMULATOR_TIKTOK_REFRESH_REUSE_GRACE",
                        reuseGrace.toString()),
                home.log("simulator"));
    }

    /// The first has the port that people are sent back to; the others use those of services that do not run here.
    private Replica replica(int number, Duration lease) {
        int port = ports.token() + number;
        Path state = home.data("token-service-" + number);
        var process = new OwnProcess(
                system.component("token-service").program(),
                Map.of(
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "ADSKULL_STATE_DIR", state.toString(),
                        "ADSKULL_REFRESH_SHORTEST_AGE", "PT2S",
                        "ADSKULL_REFRESH_LEASE", lease.toString(),
                        "ADSKULL_PLATFORMS_PATIENCE", "PT10S"),
                home.log("token-service-" + number));
        return new Replica(
                number,
                process,
                state.resolve("refresh-journal"),
                new Readiness.Http(URI.create(Ports.http(port) + "/q/health/ready")));
    }

    @Override
    public void close() {
        killAll();
        system.close();
    }
}
