package io.adskull.benchmarks.poller;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;

/// The simulated owner of a fleet of advertisers authorises an app, and the app exchanges the code, as AdSkull's own
/// token-service would.
final class Consent {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String APP = "benchmark";
    static final String SECRET = "secret-of-benchmark";

    private Consent() {}

    /// @return an access token for all the fleet's advertisers, which does not end by itself
    static String given(String simulator, String login) throws InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI page = URI.create(
                    simulator + "/portal/auth?app_id=" + APP + "&redirect_uri=http://localhost/callback/tiktok");
            HttpResponse<String> agreed = browser.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("login=" + login + "&decision=authorize"))
                            .build(),
                    BodyHandlers.ofString());
            String code = Arrays.stream(
                            URI.create(agreed.headers().firstValue("Location").orElseThrow())
                                    .getQuery()
                                    .split("&"))
                    .filter(parameter -> parameter.startsWith("auth_code="))
                    .map(parameter -> parameter.substring("auth_code=".length()))
                    .findFirst()
                    .orElseThrow();
            HttpResponse<String> exchanged = browser.send(
                    HttpRequest.newBuilder(URI.create(simulator + "/open_api/v1.3/oauth2/access_token/"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(
                                    Map.of("app_id", APP, "secret", SECRET, "auth_code", code))))
                            .build(),
                    BodyHandlers.ofString());
            return JSON.readTree(exchanged.body())
                    .required("data")
                    .required("access_token")
                    .textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
