package io.adskull.dashboard.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Somebody who reads the library from an address of this machine, without signing in.
final class Visit implements AutoCloseable {
    private final URI dashboard;
    private final HttpClient client;

    private Visit(URI dashboard, HttpClient client) {
        this.dashboard = dashboard;
        this.client = client;
    }

    /// @param address of 127.0.0.0/8; each is a visitor of its own
    static Visit from(String address, URI dashboard) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
        return new Visit(dashboard, client);
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(dashboard.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> paste(String answer, String platform) {
        String form = "answer=" + URLEncoder.encode(answer, StandardCharsets.UTF_8) + "&platform=" + platform;
        return send(HttpRequest.newBuilder(dashboard.resolve("/errors/explain"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
