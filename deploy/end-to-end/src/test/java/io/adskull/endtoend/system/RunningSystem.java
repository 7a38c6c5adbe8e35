package io.adskull.endtoend.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.local.component.Components;
import io.adskull.local.component.Home;
import io.adskull.local.component.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/// The whole system, started by the same command that users type, in a folder and on ports of its own. Started by
/// the first test that asks, stopped when the tests end.
public final class RunningSystem {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PORT_OFFSET = 3000;
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/system").toAbsolutePath();
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);

    /// Platforms whose tokens are renewed while a test waits.
    private static final List<String> SHORT_LIVED =
            List.of("META", "GOOGLE", "LINKEDIN", "MICROSOFT", "PINTEREST", "SNAPCHAT", "REDDIT", "AMAZON");

    private static final Map<String, String> SETTINGS = Map.of(
            "ADSKULL_HOME", HOME.toString(),
            "ADSKULL_PORT_OFFSET", Integer.toString(PORT_OFFSET),
            "ADSKULL_POLL_TIKTOK_QPS", "100",
            "ADSKULL_POLL_MAX_IN_FLIGHT", "100",
            "ADSKULL_ALERTS_GROUP_INTERVAL", "PT5S",
            "ADSKULL_POLL_INTERVAL", "PT5S",
            "ADSKULL_POLL_DENIED_INTERVAL", "PT5S",
            "ADSKULL_POLL_LONGEST_DENIED_INTERVAL", "PT5S",
            "ADSKULL_SIMULATOR_TIKTOK_QPS", "1000",
            "ADSKULL_SIMULATOR_TIKTOK_QPM", "60000");

    private final HttpClient http = client().build();

    private RunningSystem() {}

    private static final class Holder {
        static final RunningSystem SYSTEM = new RunningSystem();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> SYSTEM.adskull("down"), "stop the system"));
            SYSTEM.up();
        }
    }

    public static RunningSystem get() {
        return Holder.SYSTEM;
    }

    public String kafka() {
        return "localhost:" + (8094 + PORT_OFFSET);
    }

    public URI dashboard(String path) {
        return address(8080, path);
    }

    public URI tokenService(String path) {
        return address(8081, path);
    }

    public URI simulator(String path) {
        return address(8090, path);
    }

    /// Where it keeps its state, logs and keys.
    public Home home() {
        return new Home(ROOT, HOME);
    }

    /// What was started, and with which variables.
    public Components program() {
        return Components.of(home(), Ports.from(SETTINGS), System.getenv());
    }

    /// Of one service's database.
    public String jdbc(String database) {
        return "jdbc:postgresql://localhost:" + (8093 + PORT_OFFSET) + "/" + database;
    }

    /// @param port as it is without an offset
    public URI at(int port, String path) {
        return address(port, path);
    }

    public String text(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    public String header(URI address, String name) {
        return send(HttpRequest.newBuilder(address)).headers().firstValue(name).orElse("");
    }

    /// Starts what does not run, and returns when all is healthy.
    public void up() {
        adskull("up", "--detach");
    }

    /// Ends one component as a crash would: no warning, no clean-up.
    public void kill(String component) {
        long pid = components().stream()
                .filter(c -> c.path("name").asText().equals(component))
                .findFirst()
                .orElseThrow()
                .path("pid")
                .asLong();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    public List<JsonNode> components() {
        return list(read(adskull("status", "--json")).path("components"));
    }

    public List<JsonNode> accounts() {
        return list(get(dashboard("/api/accounts")));
    }

    public List<JsonNode> incidents() {
        return list(get(dashboard("/api/incidents")));
    }

    public List<JsonNode> incidents(String accountId) {
        return incidents().stream()
                .filter(incident -> incident.path("accountId").asText().equals(accountId))
                .toList();
    }

    public List<JsonNode> messages() {
        return list(get(simulator("/inbox/messages")));
    }

    /// Messages that name this text in subject or body.
    public List<JsonNode> messagesNaming(String words) {
        return messages().stream()
                .filter(message -> (message.path("subject").asText() + "\n"
                                + message.path("text").asText())
                        .contains(words))
                .toList();
    }

    /// Makes TikTok answer this for calls of this account to this path; returns the fault's id.
    public String fault(String accountId, String path, int status, JsonNode body) {
        return fault(accountId, Optional.of(path), status, body);
    }

    /// Makes TikTok answer this for every call of this account; returns the fault's id.
    public String faultEverywhere(String accountId, int status, JsonNode body) {
        return fault(accountId, Optional.empty(), status, body);
    }

    private String fault(String accountId, Optional<String> path, int status, JsonNode body) {
        var fault = JSON.createObjectNode()
                .put("platform", "tiktok")
                .put("account", accountId)
                .put("status", status);
        path.ifPresent(only -> fault.put("path", only));
        fault.set("body", body);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(simulator("/simulator/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(fault.toString())));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("fault refused: " + answer.body());
        }
        return read(answer.body()).path("id").asText();
    }

    public void endFault(String id) {
        send(HttpRequest.newBuilder(simulator("/simulator/faults/" + id)).DELETE());
    }

    /// Connects a TikTok for Business login as its owner would in a browser.
    public void connect(String login) {
        connect("tiktok", "advertiser", login);
    }

    /// Connects as an account's owner would in a browser: consent page, "Authorize", back to us; returns where that
    /// ends.
    public String connect(String platform, String kind, String login) {
        try (HttpClient browser = client().cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> consent = browser.send(
                    request(HttpRequest.newBuilder(tokenService("/connect/" + platform + "?kind=" + kind))),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> back = browser.send(
                    request(HttpRequest.newBuilder(consent.uri())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("login=" + login + "&decision=authorize"))),
                    HttpResponse.BodyHandlers.ofString());
            if (back.statusCode() != 200) {
                throw new IllegalStateException("connecting %s of %s ended at %d: %s"
                        .formatted(login, platform, back.statusCode(), back.body()));
            }
            return back.uri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("connecting " + login + " of " + platform, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The person takes the consent back at the platform, behind our back.
    public void withdraw(String platform, String login) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(simulator("/simulator/grants/revoke"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.createObjectNode()
                        .put("platform", platform)
                        .put("login", login)
                        .toString())));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("not withdrawn: " + answer.body());
        }
    }

    /// Where an address leads; empty when it is no redirect.
    public Optional<String> redirect(URI address) {
        return send(HttpRequest.newBuilder(address)).headers().firstValue("Location");
    }

    public JsonNode get(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return read(answer.body());
    }

    public int delete(URI address) {
        return send(HttpRequest.newBuilder(address).DELETE()).statusCode();
    }

    /// Runs the command line as a user would; returns what it wrote to standard output.
    public String adskull(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("adskull").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        SHORT_LIVED.forEach(platform ->
                builder.environment().put("ADSKULL_SIMULATOR_" + platform + "_ACCESS_TOKEN_LIFETIME", "PT40S"));
        builder.environment().putAll(SETTINGS);
        try {
            Files.createDirectories(HOME);
            File errors = HOME.resolve("adskull-" + arguments[0] + ".err").toFile();
            Process process = builder.redirectError(errors).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("adskull " + arguments[0] + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "adskull " + arguments[0] + " failed: " + output + Files.readString(errors.toPath()));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// HTTP/1.1, as browsers speak it without TLS: the JDK's client would ask for HTTP/2 on each new
    /// connection, and its upgrade breaks with "EOF reached while reading" when the machine is slow.
    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10));
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + (port + PORT_OFFSET) + path);
    }

    private static HttpRequest request(HttpRequest.Builder builder) {
        return builder.timeout(Duration.ofSeconds(30)).build();
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        try {
            return http.send(request(builder), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
