package io.adskull.poller.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A call with everything filled in but the secret.
///
/// @param host which of the platform's hosts; empty where it has one only
/// @param query encoded, with its leading question mark, or empty
public record PlatformRequest(String method, Optional<String> host, String path, String query, Optional<Body> body) {

    /// @param type its media type
    public record Body(String text, String type) {}

    /// The address on the platform's host.
    public URI at(URI baseUrl) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + query);
    }

    public HttpRequest.Builder to(URI baseUrl) {
        URI address = at(baseUrl);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                // Over plain HTTP the client would ask for an upgrade, which not every test server understands.
                .version("https".equals(address.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .setHeader("Accept", "application/json")
                .setHeader("User-Agent", "AdSkull");
        return body.map(sent -> request.header("Content-Type", sent.type())
                        .method(method, BodyPublishers.ofString(sent.text())))
                .orElseGet(() -> request.method(method, BodyPublishers.noBody()));
    }

    public PlatformRequest withQuery(String name, String value) {
        return new PlatformRequest(
                method, host, path, query + (query.isEmpty() ? '?' : '&') + encode(name) + '=' + encode(value), body);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
