package io.adskull.local.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs PostgreSQL until the process is told to stop.
@Command(name = "postgres", description = "A PostgreSQL server on this machine, for this machine only.")
public final class PostgresServer implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--data", required = true)
    private Path data = Path.of(".");

    @Option(names = "--database", description = "A database that must exist; may be repeated.")
    private List<String> databases = List.of();

    public static void main(String[] arguments) {
        ServerProcess.run(new PostgresServer(), arguments);
    }

    @Override
    public Integer call() throws Exception {
        var postgres = RunningPostgres.start(new PostgresSettings(port, data.toAbsolutePath(), databases));
        ServerProcess.closeAtExit("postgres", postgres);
        ServerProcess.say("PostgreSQL takes connections on localhost:" + port);
        ServerProcess.awaitStop();
        return 0;
    }
}
