package io.adskull.endtoend.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The people on the simulated TikTok: they connect their accounts and take consents back.
record SimulatedTikTok(String tokenService, String simulator) {

    /// As a browser would: to the consent page, "Authorize", and back to us.
    void connect(String login) {
        try (HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            URI consent = target(browser, get(URI.create(tokenService + "/connect/tiktok?kind=tiktok-account")));
            URI callback =
                    target(browser, form(HttpRequest.newBuilder(consent), "login=" + login + "&decision=authorize"));
            target(browser, get(callback));
        }
    }

    void revoke(String login) {
        order("/simulator/grants/revoke", "{\"platform\":\"tiktok\",\"login\":\"" + login + "\"}");
    }

    /// From now on each refresh is done at once and its answer takes this long: so it can be lost.
    void answerSlowly(Duration late) {
        order(
                "/simulator/faults",
                "{\"platform\":\"tiktok\",\"path\":\"/tt_user/oauth2/refresh_token/\",\"after\":true,\"delayMillis\":"
                        + late.toMillis() + "}");
    }

    /// What its token endpoints did, as it says.
    String stats() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return send(client, get(URI.create(simulator + "/simulator/oauth/stats")))
                    .body();
        }
    }

    private void order(String path, String json) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = send(
                    client,
                    HttpRequest.newBuilder(URI.create(simulator + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json)));
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    private static HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address);
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, String form) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static URI target(HttpClient browser, HttpRequest.Builder request) {
        HttpResponse<String> answer = send(browser, request);
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow(() -> new IllegalStateException(
                        answer.uri().getPath() + " answered " + answer.statusCode() + " instead of going on"));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
