package io.adskull.benchmarks.alerts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes every message at once and notes when each alert came first. Both programs send to it.
final class Receiver implements AutoCloseable {
    /// What an alert is called, by which it is known in whatever a sender makes of it.
    private static final Pattern NAME = Pattern.compile("bench-(\\d+)-end");

    private static final byte[] OK = "ok".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final Map<Integer, Long> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.createContext("/busy", Receiver::refuse);
        server.start();
    }

    static String nameOf(int alert) {
        return "bench-" + alert + "-end";
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/take";
    }

    /// Where nothing is ever taken.
    String busyUrl() {
        return "http://localhost:" + server.getAddress().getPort() + "/busy";
    }

    /// When each alert came first, by [System#nanoTime()].
    Map<Integer, Long> arrivals() {
        return Map.copyOf(arrivals);
    }

    int count() {
        return arrivals.size();
    }

    int repeats() {
        return repeats.get();
    }

    void forget() {
        arrivals.clear();
        repeats.set(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            long now = System.nanoTime();
            exchange.sendResponseHeaders(200, OK.length);
            exchange.getResponseBody().write(OK);
            Matcher name = NAME.matcher(body);
            if (name.find() && arrivals.putIfAbsent(Integer.parseInt(name.group(1)), now) != null) {
                repeats.incrementAndGet();
            }
        }
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(429, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
