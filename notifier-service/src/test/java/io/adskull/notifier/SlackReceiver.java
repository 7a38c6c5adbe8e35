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
import java.util.concurrent.atomic.AtomicInteger;

/// An incoming webhook that keeps what it took, and answers as it is told.
public final class SlackReceiver {
    /// @param path says which webhook was used
    public record Posted(String path, String body, int answered) {}

    private record Answer(int status, Map<String, String> headers, String words) {}

    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> always = new ConcurrentHashMap<>();
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();
    private final HttpServer server;

    /// Slack's manner: a burst is taken, then 429 and how long to stay away.
    private static final class Limit {
        private static final long SECOND = 1_000_000_000L;

        private final int perSecond;
        private final AtomicInteger ignored = new AtomicInteger();
        private long begin;
        private int taken;
        private long awayUntil;

        Limit(int perSecond) {
            this.perSecond = perSecond;
        }

        synchronized Answer answer(long now) {
            if (now < awayUntil) {
                ignored.incrementAndGet();
                return tooMany();
            }
            if (now - begin >= SECOND) {
                begin = now;
                taken = 0;
            }
            if (taken == perSecond) {
                awayUntil = now + SECOND;
                return tooMany();
            }
            taken++;
            return new Answer(200, Map.of(), "ok");
        }

        private static Answer tooMany() {
            return new Answer(429, Map.of("Retry-After", "1"), "rate_limited");
        }
    }

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

    /// One webhook takes so many messages in each second from now on, and says 429 to the others.
    public void limit(String path, int perSecond) {
        always.remove(path);
        limits.put(path, new Limit(perSecond));
    }

    /// Messages that came while the receiver had asked to be left alone.
    public int ignoredPauses(String path) {
        Limit limit = limits.get(path);
        return limit == null ? 0 : limit.ignored.get();
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
            String path = exchange.getRequestURI().getPath();
            Answer fixed = always.get(path);
            if (fixed == null && limits.containsKey(path)) {
                fixed = limits.get(path).answer(System.nanoTime());
            }
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
