package io.adskull.benchmarks.process;

import io.adskull.local.component.Component;
import io.adskull.local.component.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One program of the system as a process of the benchmark's own. It gets the whole compiler, as in production, where
/// the launcher's ten processes on a laptop do with the quick half of it.
public final class OwnProcess implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true");

    private final Component component;
    private final Process process;
    private final Path log;

    /// Returns when the component is ready.
    ///
    /// @param different from what the launcher would say
    /// @param further flags of the JVM
    public static OwnProcess start(
            Home home, Component component, int heapMegabytes, Map<String, String> different, List<String> further)
            throws InterruptedException {
        var process = new OwnProcess(home, component, heapMegabytes, different, further);
        process.awaitReady();
        return process;
    }

    private OwnProcess(
            Home home, Component component, int heapMegabytes, Map<String, String> different, List<String> further) {
        this.component = component;
        this.log = home.log(component.name());
        var command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(FLAGS);
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(further);
        command.addAll(component.program().launch());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(component.program().environment());
        builder.environment().putAll(different);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /// Of all its threads together, since it started.
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// At once, as `kill -9` does.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!component.readiness().ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException(component.name() + " did not start, see " + log);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
