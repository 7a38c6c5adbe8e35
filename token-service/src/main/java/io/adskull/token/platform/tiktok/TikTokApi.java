package io.adskull.token.platform.tiktok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.http.PlatformHttp;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Calls of TikTok's Business API v1.3. Whatever happens on the way, the result is an [Answer].
@Singleton
class TikTokApi {
    private static final String BASE = "/open_api/v1.3";

    private final TikTokSettings settings;
    private final PlatformHttp http;
    private final ObjectMapper json;

    TikTokApi(TikTokSettings settings, PlatformHttp http, ObjectMapper json) {
        this.settings = settings;
        this.http = http;
        this.json = json;
    }

    TikTokReply get(String path, Map<String, String> query, Secret accessToken) {
        HttpRequest request = to(path + query(query))
                .header("Access-Token", accessToken.value())
                .GET()
                .build();
        return TikTokReply.of(http.read(Platform.TIKTOK, request), json);
    }

    /// For the token endpoints, which take the credentials in the body.
    TikTokReply post(String path, Map<String, String> body) {
        HttpRequest request = to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                .build();
        return TikTokReply.of(http.write(Platform.TIKTOK, request), json);
    }

    TikTokReply post(String path, Map<String, String> body, Secret accessToken) {
        HttpRequest request = to(path).header("Content-Type", "application/json")
                .header("Access-Token", accessToken.value())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                .build();
        return TikTokReply.of(http.write(Platform.TIKTOK, request), json);
    }

    private HttpRequest.Builder to(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base() + pathAndQuery));
    }

    private String base() {
        return settings.apiUrl().toString().replaceAll("/+$", "") + BASE;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private byte[] bytes(Map<String, String> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a request", e);
        }
    }
}
