package io.adskull.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Slack's Web API and the address that pressed buttons are answered at: keeps messages as a workspace
/// does, and misbehaves as it is told.
public final class SlackWorkspace {
    static final String TOKEN = "xoxb-test-token";

    /// @param thread the `ts` of the message that this is a reply to
    /// @param edits how often it was changed
    public record Shown(String channel, String ts, @Nullable String thread, boolean broadcast, String body, int edits) {
        public boolean isReply() {
            return thread != null;
        }
    }

    /// @param about which calls it is for: those that have this in their body
    private record Planned(String about, Ending ending) {}

    /// How a call ends that is not simply answered.
    private sealed interface Ending {
        record Words(int status, Map<String, String> headers, String body) implements Ending {}

        /// Never answers.
        record Silence() implements Ending {}

        /// Posts the message, and breaks off in the middle of saying so.
        record HalfAnAnswer() implements Ending {}

        /// Breaks off before it answers.
        record NoAnswer() implements Ending {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> IDS = Map.of("#ads-alerts", "C0ADS", "#adskull-operators", "C0OPS");

    private final AtomicLong clock = new AtomicLong(1_700_000_000_000_000L);
    private final Map<String, Shown> messages = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    SlackWorkspace() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::call);
        server.createContext("/actions/", this::answered);
        server.start();
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /// The next call about this name ends so; several are used up in their order.
    public void refuse(String about, String error) {
        answer(about, 200, Map.of(), refusal(error));
    }

    public void answer(String about, int status, Map<String, String> headers, String body) {
        planned.add(new Planned(about, new Ending.Words(status, headers, body)));
    }

    public void hang(String about) {
        planned.add(new Planned(about, new Ending.Silence()));
    }

    public void breakOff(String about) {
        planned.add(new Planned(about, new Ending.NoAnswer()));
    }

    public void breakOffAfterPosting(String about) {
        planned.add(new Planned(about, new Ending.HalfAnAnswer()));
    }

    /// What the workspace shows of this name now, in order.
    public List<Shown> about(String name) {
        return messages.values().stream()
                .filter(message -> message.body().contains(name))
                .sorted(Comparator.comparing(Shown::ts))
                .toList();
    }

    public List<Shown> inThreadOf(Shown first) {
        return messages.values().stream()
                .filter(message -> first.ts().equals(message.thread()))
                .sorted(Comparator.comparing(Shown::ts))
                .toList();
    }

    /// Somebody deletes it.
    public void delete(Shown message) {
        messages.remove(message.ts());
    }

    /// Every call whose body has this name, refused ones too, as `chat.update` and the like.
    public List<String> calls(String name) {
        return calls.stream()
                .filter(call -> call.contains(name))
                .map(call -> call.substring(0, call.indexOf(' ')))
                .toList();
    }

    /// What was told to those who pressed this test's buttons.
    public List<String> answers(String path) {
        return answers.stream()
                .filter(answer -> answer.startsWith(path + " "))
                .map(answer -> answer.substring(path.length() + 1))
                .toList();
    }

    void stop() {
        closed.countDown();
        server.stop(0);
    }

    private void call(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestURI().getPath().substring("/api/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(method + " " + body);
            switch (ending(body)) {
                case Ending.Words words -> send(exchange, words);
                case Ending.Silence silence -> closed.await();
                case Ending.NoAnswer none -> {}
                case Ending.HalfAnAnswer half -> {
                    byte[] answer = perform(exchange, method, body).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer, 0, answer.length - 10);
                    exchange.getResponseBody().flush();
                }
                case null -> send(exchange, new Ending.Words(200, Map.of(), perform(exchange, method, body)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Ending ending(String body) {
        for (Planned plan : planned) {
            if (body.contains(plan.about())) {
                planned.remove(plan);
                return plan.ending();
            }
        }
        return null;
    }

    private String perform(HttpExchange exchange, String method, String body) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return refusal("invalid_auth");
        }
        JsonNode request = JSON.readTree(body);
        return switch (method) {
            case "chat.postMessage" -> post(request, body);
            case "chat.update" -> update(request, body);
            default -> refusal("unknown_method");
        };
    }

    private String post(JsonNode request, String body) {
        String channel = request.path("channel").asText();
        String id = IDS.getOrDefault(channel, channel);
        String thread =
                request.hasNonNull("thread_ts") ? request.get("thread_ts").asText() : null;
        if (!IDS.containsValue(id)) {
            return refusal("channel_not_found");
        }
        if (thread != null && !messages.containsKey(thread)) {
            return refusal("thread_not_found");
        }
        long at = clock.incrementAndGet();
        String ts = at / 1_000_000 + "." + String.format("%06d", at % 1_000_000);
        messages.put(
                ts, new Shown(id, ts, thread, request.path("reply_broadcast").asBoolean(), body, 0));
        return taken(id, ts, request);
    }

    private String update(JsonNode request, String body) {
        String ts = request.path("ts").asText();
        Shown changed = messages.computeIfPresent(
                ts,
                (same, before) ->
                        new Shown(before.channel(), ts, before.thread(), before.broadcast(), body, before.edits() + 1));
        return changed == null
                        || !changed.channel().equals(request.path("channel").asText())
                ? refusal("message_not_found")
                : taken(changed.channel(), ts, request);
    }

    private static String taken(String channel, String ts, JsonNode message) {
        ObjectNode answer =
                JSON.createObjectNode().put("ok", true).put("channel", channel).put("ts", ts);
        answer.set("message", message);
        return answer.toString();
    }

    private static String refusal(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error).toString();
    }

    private void answered(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answers.add(exchange.getRequestURI().getPath() + " " + body);
            send(exchange, new Ending.Words(200, Map.of(), "ok"));
        }
    }

    private static void send(HttpExchange exchange, Ending.Words words) throws IOException {
        words.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = words.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(words.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
