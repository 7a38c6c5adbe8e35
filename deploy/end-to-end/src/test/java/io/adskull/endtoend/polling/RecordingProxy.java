package io.adskull.endtoend.polling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Stands between one replica and the simulator, so that it is known who called what and when.
final class RecordingProxy implements AutoCloseable {
    private static final Pattern TOO_MANY = Pattern.compile("\"code\" *: *(40100|40133)\\b");
    private static final int TOO_MANY_REQUESTS = 429;

    /// What is about one connection and not about the message, and what the client writes itself.
    private static final Set<String> OF_A_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final String replica;
    private final String target;
    private final Duration late;
    private final CallLog log;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();

    /// @param late by how much each answer is later, so that two calls at once would be seen
    RecordingProxy(String replica, String target, Duration late, CallLog log) {
        this.replica = replica;
        this.target = target;
        this.late = late;
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        Instant started = Instant.now();
        boolean refused = false;
        try (exchange) {
            HttpResponse<byte[]> answer = client.send(asked(exchange), BodyHandlers.ofByteArray());
            refused = answer.statusCode() == TOO_MANY_REQUESTS
                    || TOO_MANY.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                            .find();
            LockSupport.parkNanos(late.toNanos());
            answer.headers().map().forEach((name, values) -> {
                if (!OF_A_CONNECTION.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            log.add(Call.of(replica, exchange.getRequestURI(), started, Instant.now(), refused));
        }
    }

    private HttpRequest asked(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
