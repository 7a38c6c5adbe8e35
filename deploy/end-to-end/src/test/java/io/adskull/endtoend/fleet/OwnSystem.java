package io.adskull.endtoend.fleet;

import io.adskull.local.component.Component;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import io.adskull.local.component.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Servers of a test's own, started by the launcher beside any other system; the test itself starts what it kills.
public final class OwnSystem implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final Home home;
    private final Ports ports;
    private final Components components;

    /// @param folder below `target`, for data and logs
    /// @param portOffset which no other test has
    public OwnSystem(String folder, int portOffset) {
        home = new Home(ROOT, Path.of("target", folder).toAbsolutePath());
        ports = new Ports(portOffset);
        components = Components.of(home, ports, Map.of());
    }

    public Home home() {
        return home;
    }

    public Ports ports() {
        return ports;
    }

    public Component component(String name) {
        return components.require(name);
    }

    public void up(String... servers) {
        adskull(Stream.concat(Stream.of("up", "--detach"), Stream.of(servers)).toList());
    }

    public static void awaitReady(Readiness readiness) {
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(250))
                .until(readiness::ready);
    }

    private void adskull(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("adskull").toString()));
        command.addAll(arguments);
        try {
            Files.createDirectories(home.logs());
            var builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.log("adskull").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "ADSKULL_BUILD",
                            "never",
                            Home.STATE_VARIABLE,
                            home.state().toString(),
                            Ports.OFFSET_VARIABLE,
                            Integer.toString(ports.offset())));
            Process process = builder.start();
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("see " + home.log("adskull"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        adskull(List.of("down"));
    }
}
