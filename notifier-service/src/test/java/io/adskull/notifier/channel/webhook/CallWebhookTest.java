package io.adskull.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.Webhook;
import io.adskull.notifier.channel.MakeLinks;
import io.adskull.notifier.channel.Outcome;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real server on this machine, which is allowed here by name.
@SuppressWarnings("NullAway.Init")
class CallWebhookTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T07:03:00Z");
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private record Received(String path, com.sun.net.httpserver.Headers headers, String body) {}

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    @TempDir
    Path folder;

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final Vertx vertx = Vertx.vertx();
    private Answering answering = exchange -> exchange.sendResponseHeaders(204, -1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.add(new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
                answering.answer(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close();
    }

    @Test
    void aReceiverGetsASignedEventThatFitsItsSchemaAndTheSameIdAtEveryAttempt() throws IOException {
        Alert alert = Incidents.together(Incidents.others(60));

        assertThat(call(alert)).isInstanceOf(Outcome.Delivered.class);
        assertThat(call(alert)).isInstanceOf(Outcome.Delivered.class);

        Received first = received.getFirst();
        assertThat(first.path()).isEqualTo("/hook?key=1");
        assertThat(first.headers().getFirst("webhook-id")).isEqualTo("delivery-1");
        assertThat(first.headers().getFirst("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(first.headers().getFirst("webhook-signature"))
                .isEqualTo(SECRET.sign("delivery-1", NOW, first.body()));
        assertThat(first.headers().getFirst("host"))
                .isEqualTo("localhost:" + server.getAddress().getPort());
        assertThat(received.getLast().headers().getFirst("webhook-id")).isEqualTo("delivery-1");
        assertThat(received.getLast().body()).isEqualTo(first.body());
        JsonNode event = JSON.readTree(first.body());
        assertThat(problems(event)).isEmpty();
        assertThat(event.path("type").asText()).isEqualTo("incident.opened");
        assertThat(event.path("data").path("others")).hasSize(50);
        assertThat(event.path("data").path("unnamedOthers").asInt()).isEqualTo(10);
        assertThat(event.path("data").path("incident").path("cause").asText()).isEqualTo("RESOURCE_PERMISSION_MISSING");
    }

    @Test
    void theEndFitsTheSchemaAsWell() throws IOException {
        call(new Alert.Resolved(
                Incidents.revokedToken().incident(), NOW, "Somebody connected it again.", Optional.empty()));

        JsonNode event = JSON.readTree(received.getFirst().body());
        assertThat(problems(event)).isEmpty();
        assertThat(event.path("type").asText()).isEqualTo("incident.resolved");
        assertThat(event.path("data").path("reason").asText()).isEqualTo("Somebody connected it again.");
        assertThat(event.path("data").path("links").has("reconnect")).isFalse();
    }

    @Test
    void aPrivateAddressIsNotCalledUnlessItIsAllowed() {
        Outcome outcome = calling(Optional.empty()).call("delivery-1", alert(), webhook());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.why())
                .contains("private", "adskull.alerts.webhooks.allowed-networks")
                .doesNotContain("localhost"));
        assertThat(received).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        answering = exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
        };

        assertThat(call(alert())).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.why())
                .contains("307", "not followed"));
        assertThat(received).hasSize(1);
    }

    @Test
    void whatTheReceiverSaysDecides() {
        answering = exchange -> say(exchange, 500, "it is\nbroken".repeat(100_000));
        assertThat(call(alert())).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.why())
                .startsWith("the receiver answered 500 \"it is broken")
                .hasSizeLessThan(200));

        answering = exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7");
            say(exchange, 429, "later");
        };
        assertThat(call(alert()))
                .isEqualTo(
                        new Outcome.Retry(Optional.of(Duration.ofSeconds(7)), "the receiver answered 429 \"later\""));

        answering = exchange -> say(exchange, 400, "what?");
        assertThat(call(alert())).isInstanceOf(Outcome.Retry.class);

        answering = exchange -> say(exchange, 410, "");
        assertThat(call(alert())).isEqualTo(new Outcome.Gone("the receiver answered 410"));
    }

    @Test
    void aReceiverThatIsNotThereIsTriedAgain() {
        server.stop(0);

        assertThat(call(alert())).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.why())
                .startsWith("the receiver cannot be reached")
                .doesNotContain("localhost"));
    }

    private Outcome call(Alert alert) {
        return calling(Optional.of(List.of("127.0.0.0/8", "::1/128"))).call("delivery-1", alert, webhook());
    }

    private CallWebhook calling(Optional<List<String>> allowed) {
        Path key = folder.resolve("key");
        try {
            Files.writeString(key, "k".repeat(64));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var links = new MakeLinks(URI.create("http://localhost:8080"), URI.create("http://localhost:8081"), key, clock);
        return new CallWebhook(links, () -> allowed, vertx, clock);
    }

    private Webhook webhook() {
        return new Webhook(
                "advertisers/webhook",
                URI.create("http://localhost:" + server.getAddress().getPort() + "/hook?key=1"),
                SECRET);
    }

    private static Alert alert() {
        return new Alert.Opened(Incidents.suspended().incident());
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static List<String> problems(JsonNode event) throws IOException {
        try (InputStream schema = CallWebhookTest.class.getResourceAsStream("/schemas/webhook.v1.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(event)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
