package io.adskull.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// PostgreSQL's own server process, which outlives the Java process that started it when that one is killed.
public final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path data;

    public Postmaster(Path data) {
        this.data = data;
    }

    /// The process that serves this data folder, if one runs; another program that got its number is not taken
    /// for it.
    public Optional<ProcessHandle> running() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    /// Ends what a killed run left behind; committed data is safe, PostgreSQL recovers at its next start.
    ///
    /// @return whether there was something to end
    public boolean stopIfOrphaned() throws IOException {
        Optional<ProcessHandle> orphan = running();
        if (orphan.isEmpty()) {
            return false;
        }
        fastShutdown(orphan.get());
        return true;
    }

    /// SIGINT asks PostgreSQL not to wait for its clients; what still runs after that is killed.
    private static void fastShutdown(ProcessHandle postmaster) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start();
        try {
            postmaster.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            postmaster.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
