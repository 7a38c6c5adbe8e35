package io.adskull.dashboard.notifier;

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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Speaks notifier-service's API at the border of this service: keeps what it is told for each tenant,
/// refuses or is away when a test says so. The real pair runs in deploy/end-to-end.
public final class NotifierStandIn {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<ObjectNode>> kept = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, String> tests = new ConcurrentHashMap<>();
    private final Map<String, String> previews = new ConcurrentHashMap<>();
    private final Map<String, String> attention = new ConcurrentHashMap<>();
    private final List<String> away = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    NotifierStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /// What the tenant has, `destinations` or `routes`, was pressed, `attention`, or was asked to confirm.
    public List<ObjectNode> of(String tenant, String what) {
        return kept.computeIfAbsent(tenant + "/" + what, key -> new CopyOnWriteArrayList<>());
    }

    /// @return its id
    public UUID has(String tenant, String what, Map<String, Object> values) {
        UUID id = UUID.randomUUID();
        ObjectNode node = JSON.valueToTree(values);
        of(tenant, what).add(node.put("id", id.toString()));
        return id;
    }

    /// The tenant's next change is refused for this reason.
    public void refusesNext(String tenant, String why) {
        refusals.put(tenant, why);
    }

    /// What the tenant's receivers say to a test from now on.
    public void receiversSay(String tenant, String words) {
        tests.put(tenant, words);
    }

    /// What is answered to the tenant's questions for a preview, as JSON.
    public void previews(String tenant, String json) {
        previews.put(tenant, json);
    }

    /// What people answered to the tenant's incidents, as JSON; until then there is no such incident.
    public void attended(String tenant, String json) {
        attention.put(tenant, json);
    }

    public void isAwayFor(String tenant) {
        away.add(tenant);
    }

    private void answer(HttpExchange asked) throws IOException {
        String[] path = asked.getRequestURI().getPath().split("/");
        String tenant = tenant(asked);
        String method = asked.getRequestMethod();
        byte[] sent = asked.getRequestBody().readAllBytes();
        String refusal = method.equals("GET") ? null : refusals.remove(tenant);
        if (away.contains(tenant)) {
            say(asked, 503, "");
        } else if (path[2].equals("preview")) {
            say(asked, 200, previews.getOrDefault(tenant, "{}"));
        } else if (refusal != null) {
            say(asked, 400, JSON.createObjectNode().put("detail", refusal).toString());
        } else if (path[2].equals("incidents") && method.equals("GET")) {
            String answers = attention.get(tenant);
            say(asked, answers == null ? 404 : 200, answers == null ? "" : answers);
        } else if (path[2].equals("incidents")) {
            say(asked, 200, attended(tenant, path, method, sent));
        } else if (path[2].equals("labels")) {
            say(asked, 200, labels(tenant, path, method, sent));
        } else if (path.length == 3) {
            say(asked, 200, method.equals("GET") ? listed(tenant, path[2]) : added(tenant, path[2], sent));
        } else if (named(tenant, path).isEmpty()) {
            say(asked, 404, "{\"detail\": \"There is no such thing.\"}");
        } else {
            say(asked, 200, changed(tenant, path, method, sent));
        }
    }

    private String labels(String tenant, String[] path, String method, byte[] sent) throws IOException {
        if (method.equals("PUT")) {
            ObjectNode labelled = ((ObjectNode) JSON.readTree(sent)).put("account", path[3] + "/" + path[4]);
            of(tenant, "labels").add(labelled);
            return labelled.toString();
        }
        return JSON.createObjectNode()
                .<ObjectNode>set("accounts", JSON.valueToTree(of(tenant, "labels")))
                .toString();
    }

    private String listed(String tenant, String what) {
        return of(tenant, what).stream().map(NotifierStandIn::shown).toList().toString();
    }

    private static ObjectNode shown(ObjectNode node) {
        return node.deepCopy().without("secret");
    }

    private String added(String tenant, String what, byte[] sent) throws IOException {
        ObjectNode node = (ObjectNode) JSON.readTree(sent);
        node.put("id", UUID.randomUUID().toString());
        boolean webhook = node.path("kind").asText().equals("webhook");
        if (node.path("recipient").isMissingNode() || node.path("recipient").isNull()) {
            node.put("recipient", "somewhere");
        }
        of(tenant, what).add(node);
        ObjectNode answer = shown(node);
        return (webhook ? answer.put("secret", "whsec_shownOnce") : answer).toString();
    }

    private String attended(String tenant, String[] path, String method, byte[] sent) throws IOException {
        ObjectNode wish = JSON.createObjectNode()
                .put("incident", path[3])
                .put("asked", method + " " + path[4])
                .put(
                        "hours",
                        sent.length == 0 ? 0 : JSON.readTree(sent).path("hours").asLong());
        of(tenant, "attention").add(wish);
        return switch (wish.path("asked").asText()) {
            case "POST acknowledge" -> "{\"acknowledgedAt\": \"2026-11-22T12:00:00Z\", \"acknowledgedBy\": \"ann\"}";
            case "POST snooze" -> "{\"snoozedUntil\": \"2026-11-25T12:00:00Z\"}";
            default -> "{}";
        };
    }

    private String changed(String tenant, String[] path, String method, byte[] sent) throws IOException {
        List<ObjectNode> all = of(tenant, path[2]);
        ObjectNode node = named(tenant, path).orElseThrow();
        if (method.equals("DELETE")) {
            all.remove(node);
        } else if (path.length == 5 && path[4].equals("test")) {
            String words = tests.get(tenant);
            return JSON.createObjectNode()
                    .put("delivered", words == null)
                    .put("said", words)
                    .toString();
        } else if (path.length == 5 && path[4].equals("confirmation")) {
            of(tenant, "confirmations").add(node);
        } else if (path.length == 5) {
            node.remove("offAt");
        } else {
            JSON.readTree(sent).properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> node.set(field.getKey(), field.getValue()));
        }
        return node.toString();
    }

    private Optional<ObjectNode> named(String tenant, String[] path) {
        return of(tenant, path[2]).stream()
                .filter(one -> one.path("id").asText().equals(path[3]))
                .findFirst();
    }

    private static String tenant(HttpExchange asked) throws IOException {
        String bearer = asked.getRequestHeaders().getFirst("Authorization");
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]));
        return claims.path("tenant").asText();
    }

    private static void say(HttpExchange asked, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        asked.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        asked.getResponseBody().write(body);
        asked.close();
    }
}
