package io.adskull.poller.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A call with everything filled in but the secret.
///
/// @param query encoded, with its leading question mark, or empty
public record PlatformRequest(String method, String path, String query, Optional<String> body) {

    public URI at(URI baseUrl) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + query);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
