package io.adskull.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// One Kafka and one PostgreSQL for a whole test run: on free ports, gone with the process that wanted them.
@Command(name = "test-servers", description = "Kafka and PostgreSQL for one test run.")
public final class TestServers implements Callable<Integer> {

    @Option(names = "--file", required = true, description = "Where the addresses are written once both are ready.")
    private Path file = Path.of(".");

    @Option(names = "--until-exit-of", required = true, description = "The process that wants them.")
    private long pid;

    @Option(names = "--data", description = "Keep data here; a folder that is removed at the end without it.")
    private Optional<Path> data = Optional.empty();

    public static void main(String[] arguments) {
        ServerProcess.run(new TestServers(), arguments);
    }

    @Override
    public Integer call() throws Exception {
        Path folder = data.isPresent() ? data.get().toAbsolutePath() : temporaryFolder();
        List<Integer> ports = FreePorts.take(3);
        var kafkaSettings = new KafkaSettings(ports.get(0), ports.get(1), folder.resolve("kafka"));
        var postgresSettings = new PostgresSettings(ports.get(2), folder.resolve("postgres"), List.of());
        var postgres = RunningPostgres.start(postgresSettings);
        var kafka = RunningKafka.start(kafkaSettings);
        ServerProcess.closeAtExit("test servers", () -> {
            Files.deleteIfExists(file);
            kafka.close();
            postgres.close();
            if (data.isEmpty()) {
                delete(folder);
            }
        });
        write(addresses(kafkaSettings, postgresSettings));
        ProcessHandle.of(pid).ifPresent(wanted -> wanted.onExit().join());
        return 0;
    }

    private static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory("adskull-test-");
    }

    private static Properties addresses(KafkaSettings kafka, PostgresSettings postgres) {
        var addresses = new Properties();
        addresses.setProperty("kafka.bootstrap.servers", kafka.bootstrapServers());
        addresses.setProperty("postgres.url", postgres.url());
        addresses.setProperty("postgres.username", PostgresSettings.USERNAME);
        addresses.setProperty("postgres.password", PostgresSettings.PASSWORD);
        return addresses;
    }

    /// Whoever waits for the file never reads half of it.
    private void write(Properties addresses) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path draft = target.resolveSibling(target.getFileName() + ".draft");
        try (var writer = Files.newBufferedWriter(draft)) {
            addresses.store(writer, null);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
