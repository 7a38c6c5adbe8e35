package io.adskull.endtoend.fleet;

import io.adskull.local.component.Program;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One program of the system as a process of the test's own, which dies without warning and comes back.
public final class OwnProcess {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Program program;
    private final Map<String, String> environment;
    private final File log;
    private Optional<Process> process = Optional.empty();

    /// @param different from what the launcher would say
    public OwnProcess(Program program, Map<String, String> different, Path log) {
        this.program = program;
        this.environment = new HashMap<>(program.environment());
        this.environment.putAll(different);
        this.log = log.toFile();
    }

    public void startIfDead() {
        if (process.filter(Process::isAlive).isPresent()) {
            return;
        }
        var builder = new ProcessBuilder(program.command(JAVA))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        try {
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL; returns when it is gone.
    public void kill() {
        process.ifPresent(one ->
                one.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    /// SIGTERM; returns when it has ended what it was doing and is gone.
    public void stop() {
        process.ifPresent(one -> {
            one.destroy();
            one.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        });
    }
}
