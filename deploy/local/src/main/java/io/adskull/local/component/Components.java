package io.adskull.local.component;

import io.adskull.local.Refusal;
import io.adskull.local.server.IdentityServer;
import io.adskull.local.server.KafkaServer;
import io.adskull.local.server.LocalClaims;
import io.adskull.local.server.PostgresServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The whole system: this is the only list of what runs where.
public record Components(List<Component> all) {

    /// @param environment of the person who starts it: may name a real developer app, another poll interval, …
    public static Components of(Home home, Ports ports, Map<String, String> environment) {
        var surroundings = new Surroundings(home, ports, environment);
        var all = new ArrayList<Component>();
        all.add(kafka(home, ports));
        all.add(postgres(home, ports));
        all.add(identity(home, ports));
        all.add(simulator(home, ports, surroundings));
        all.add(service(home, "token-service", ports.token(), 112, surroundings, "kafka", "postgres", "identity"));
        all.add(service(home, "poller-service", ports.poller(), 112, surroundings, "kafka", "identity"));
        all.add(service(home, "classifier-service", ports.classifier(), 160, surroundings, "kafka"));
        all.add(service(home, "notifier-service", ports.notifier(), 112, surroundings, "kafka", "postgres"));
        all.add(service(
                home, "dashboard-service", ports.dashboard(), 128, surroundings, "kafka", "postgres", "identity"));
        return new Components(List.copyOf(all));
    }

    private Optional<Component> named(String name) {
        return all.stream()
                .filter(component ->
                        component.faces().stream().anyMatch(face -> face.name().equals(name)))
                .findFirst();
    }

    /// @throws Refusal when there is none of that name
    public Component require(String name) {
        return named(name)
                .orElseThrow(() ->
                        new Refusal("there is no '%s'; there are %s".formatted(name, String.join(", ", names()))));
    }

    /// These components and what they need, in their usual order; everything when none is named.
    public Components only(List<String> wanted) {
        if (wanted.isEmpty()) {
            return this;
        }
        var chosen = new HashSet<String>();
        wanted.forEach(name -> {
            Component component = require(name);
            chosen.add(component.name());
            chosen.addAll(component.needs());
        });
        return new Components(all.stream()
                .filter(component -> chosen.contains(component.name()))
                .toList());
    }

    public boolean contains(String name) {
        return named(name).isPresent();
    }

    public List<String> names() {
        return all.stream()
                .flatMap(component -> component.faces().stream())
                .map(Component.Face::name)
                .toList();
    }

    private static Component kafka(Home home, Ports ports) {
        var arguments = List.of(
                "--port", Integer.toString(ports.kafka()),
                "--controller-port", Integer.toString(ports.kafkaController()),
                "--data", home.data("kafka").toString());
        return new Component(
                "kafka",
                List.of(ports.kafka(), ports.kafkaController()),
                List.of(new Component.Face("kafka", "localhost:" + ports.kafka())),
                new Readiness.Listening(ports.kafka()),
                Program.server(home, 256, KafkaServer.class.getName(), arguments),
                Set.of());
    }

    private static Component postgres(Home home, Ports ports) {
        var arguments = new ArrayList<>(List.of(
                "--port",
                Integer.toString(ports.postgres()),
                "--data",
                home.data("postgres").toString()));
        Surroundings.DATABASES.values().forEach(database -> arguments.addAll(List.of("--database", database)));
        return new Component(
                "postgres",
                List.of(ports.postgres()),
                List.of(new Component.Face("postgres", "localhost:" + ports.postgres())),
                new Readiness.Database(Surroundings.jdbcUrl(ports, "dashboard")),
                Program.server(home, 48, PostgresServer.class.getName(), arguments),
                Set.of());
    }

    private static Component identity(Home home, Ports ports) {
        String url = Ports.http(ports.identity());
        return new Component(
                "identity",
                List.of(ports.identity()),
                List.of(new Component.Face("identity", url + "/" + LocalClaims.ISSUER)),
                new Readiness.Http(URI.create(url + "/" + LocalClaims.ISSUER + "/.well-known/openid-configuration")),
                Program.server(
                        home,
                        64,
                        IdentityServer.class.getName(),
                        List.of("--port", Integer.toString(ports.identity()))),
                Set.of());
    }

    private static Component simulator(Home home, Ports ports, Surroundings surroundings) {
        String url = Ports.http(ports.simulator());
        return new Component(
                "simulator",
                List.of(ports.simulator(), ports.smtp()),
                List.of(new Component.Face("simulator", url), new Component.Face("inbox", url + "/inbox")),
                new Readiness.Http(URI.create(url + "/q/health/ready")),
                Program.quarkus(home, 96, "deploy/simulator", surroundings.ofSimulator()),
                Set.of());
    }

    private static Component service(
            Home home, String name, int port, int heapMegabytes, Surroundings surroundings, String... needs) {
        String url = Ports.http(port);
        return new Component(
                name,
                List.of(port),
                List.of(new Component.Face(name, url)),
                new Readiness.Http(URI.create(url + "/q/health/ready")),
                Program.quarkus(home, heapMegabytes, name, surroundings.of(name, port)),
                Set.of(needs));
    }
}
