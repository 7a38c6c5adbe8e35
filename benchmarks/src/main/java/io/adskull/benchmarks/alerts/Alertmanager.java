package io.adskull.benchmarks.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.adskull.benchmarks.process.OwnFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prometheus Alertmanager, as Debian packs it (prometheus-alertmanager), with a group for each alert and no wait.
final class Alertmanager implements Contender {
    private static final int PORT = 12_893;
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> command;
    private final File log;
    private Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Alertmanager(Path program, Path folder, String receiver) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path settings = Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: bench
                  group_by: ['...']
                  group_wait: 0s
                  group_interval: 5m
                  repeat_interval: 4h
                receivers:
                  - name: bench
                    webhook_configs:
                      - url: %s
                        send_resolved: false
                """.formatted(receiver));
        command = List.of(
                program.toString(),
                "--config.file=" + settings,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + PORT,
                "--cluster.listen-address=");
        log = folder.resolve("alertmanager.log").toFile();
        process = started();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop Alertmanager"));
        awaitReady();
    }

    private Process started() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    @Override
    public void killAndStart() throws InterruptedException {
        process.destroyForcibly().waitFor();
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    @Override
    public void tellAgain(int first, int count) {
        IntStream.range(first, first + count).forEach(this::tell);
    }

    /// Empty where it is not installed.
    static Optional<Contender> installed(Path root, String receiver) throws InterruptedException {
        Optional<Path> program = Stream.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = OwnFolder.emptied(root.resolve("benchmarks/target/alertmanager"));
            return Optional.of(new Alertmanager(program.get(), folder, receiver));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "Alertmanager";
    }

    @Override
    public void tell(int alert) {
        ArrayNode alerts = JSON.createArrayNode();
        alerts.addObject()
                .putObject("labels")
                .put("alertname", Receiver.nameOf(alert))
                .put("tenant", "tenant-" + alert % 100);
        HttpRequest request = HttpRequest.newBuilder(address("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(alerts.toString()))
                .build();
        CompletableFuture<HttpResponse<Void>> _ = http.sendAsync(request, BodyHandlers.discarding());
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Alertmanager did not start");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address("/-/ready")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + PORT + path);
    }

    @Override
    public void close() {
        process.destroy();
        http.close();
    }
}
