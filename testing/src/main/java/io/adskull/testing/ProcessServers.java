package io.adskull.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The servers of `deploy/local`, one of each per Maven run: the first test that needs them starts them, every
/// later module finds them by a file named after the Maven process, and they end with that process.
record ProcessServers(String bootstrapServers, String postgresUrl, String postgresUser, String postgresPassword)
        implements Servers {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    static ProcessServers ofThisRun() {
        Path folder = root().resolve("target").resolve("test-servers");
        long run = mavenProcess().pid();
        Path file = folder.resolve(run + ".properties");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.exists(file)) {
                    start(file, run);
                }
                return read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Kafka and PostgreSQL for the tests", e);
        }
    }

    private static void start(Path file, long run) throws IOException {
        Path local = root().resolve("deploy/local/target");
        Path model = root().resolve("shared-model/target/classes");
        Path log = file.resolveSibling(run + ".log");
        Process servers = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx640m",
                        "-cp",
                        String.join(File.pathSeparator, local + "/classes", model.toString(), local + "/lib/*"),
                        "io.adskull.local.server.TestServers",
                        "--file",
                        file.toString(),
                        "--until-exit-of",
                        Long.toString(run)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(file)) {
            if (ended(servers) || System.nanoTime() > deadline) {
                servers.destroyForcibly();
                throw new IOException("the test servers did not start, see " + log);
            }
        }
    }

    private static boolean ended(Process servers) {
        try {
            return servers.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static ProcessServers read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new ProcessServers(
                properties.getProperty("kafka.bootstrap.servers"),
                properties.getProperty("postgres.url"),
                properties.getProperty("postgres.username"),
                properties.getProperty("postgres.password", ""));
    }

    /// The Maven process above this one; this process itself when an editor runs the test.
    private static ProcessHandle mavenProcess() {
        return Stream.iterate(ProcessHandle.current(), p -> p.parent().isPresent(), p -> p.parent()
                        .orElseThrow())
                .filter(ProcessServers::isMaven)
                .findFirst()
                .orElseGet(ProcessHandle::current);
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments ->
                        Arrays.asList(arguments).contains("org.codehaus.plexus.classworlds.launcher.Launcher"))
                .orElse(false);
    }

    private static Path root() {
        String configured = System.getProperty("adskull.root");
        Path start = Path.of(configured == null ? "" : configured).toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve("deploy").resolve("local")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run tests inside the project, not in " + start));
    }
}
