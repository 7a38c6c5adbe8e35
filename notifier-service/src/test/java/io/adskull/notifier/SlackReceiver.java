package io.adskull.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// An incoming webhook that keeps what it took, and answers as it is told.
public final class SlackReceiver {
    /// @param path says which webhook was used
    public record Posted(String path, String body, int answered) {}

    private record Answer(int status, Map<String, String> headers, String words) {}

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> always = new ConcurrentHashMap<>();
    private final HttpServer server;

    SlackReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    public void answerNext(int times, int status, Map<String, String> headers) {
        for (int i = 0; i < times; i++) {
            next.add(new Answer(status, headers, status == 200 ? "ok" : "error"));
        }
    }

    /// What one webhook says from now on.
    public void answerAlways(String path, int status, String words) {
        always.put(path, new Answer(status, Map.of(), words));
    }

    /// What was taken with "ok" and speaks of this name.
    public List<Posted> taken(String about) {
        return posted.stream()
                .filter(message -> message.answered() == 200 && message.body().contains(about))
                .toList();
    }

    /// Every attempt that speaks of this name.
    public List<Posted> attempts(String about) {
        return posted.stream().filter(message -> message.body().contains(about)).toList();
    }

    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer fixed = always.get(exchange.getRequestURI().getPath());
            Answer scripted = fixed == null ? next.poll() : fixed;
            Answer answer = scripted == null ? new Answer(200, Map.of(), "ok") : scripted;
            posted.add(new Posted(exchange.getRequestURI().getPath(), body, answer.status()));
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] words = answer.words().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), words.length);
            exchange.getResponseBody().write(words);
        }
    }
}
