package io.adskull.local.demo;

import io.adskull.local.Refusal;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// As much of a browser as a consent needs: it keeps cookies and is told where to go next.
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /// @throws Refusal unless the answer is 200
    String read(URI address, String bearerToken) throws InterruptedException {
        var response = send(request(address)
                .header("Authorization", "Bearer " + bearerToken)
                .build());
        if (response.statusCode() != 200) {
            throw unexpected(address, response);
        }
        return response.body();
    }

    /// @throws Refusal unless the answer is 200
    String read(URI address) throws InterruptedException {
        var response = send(request(address).build());
        if (response.statusCode() != 200) {
            throw unexpected(address, response);
        }
        return response.body();
    }

    /// Where a redirect leads.
    ///
    /// @throws Refusal when it is none
    URI follow(URI address, String bearerToken) throws InterruptedException {
        return target(
                address,
                send(request(address)
                        .header("Authorization", "Bearer " + bearerToken)
                        .build()));
    }

    URI submit(URI address, String form) throws InterruptedException {
        return target(
                address,
                send(request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build()));
    }

    private static URI target(URI address, HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(address::resolve)
                .orElseThrow(() -> unexpected(address, response));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal("%s does not answer: %s".formatted(withoutQuery(request.uri()), e.getMessage()), e);
        }
    }

    /// The query may hold a code or state that nobody else should read.
    private static Refusal unexpected(URI address, HttpResponse<String> response) {
        return new Refusal("%s answered %d instead of going on with the demo's consent"
                .formatted(withoutQuery(address), response.statusCode()));
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }

    @Override
    public void close() {
        client.close();
    }
}
