package io.adskull.benchmarks.poller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.StreamSupport;

/// What the simulator was asked last, byte for byte as the poller asks it, ready to be asked again.
final class AskedBefore {
    private AskedBefore() {}

    static List<byte[]> of(int port, String token) throws InterruptedException {
        URI log = URI.create("http://localhost:" + port + "/simulator/requests?platform=tiktok");
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode asked = new ObjectMapper()
                    .readTree(client.send(HttpRequest.newBuilder(log).build(), BodyHandlers.ofByteArray())
                            .body());
            return StreamSupport.stream(asked.spliterator(), false)
                    .map(request -> request(request, port, token))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(JsonNode asked, int port, String token) {
        var query = new StringJoiner("&");
        asked.required("query")
                .properties()
                .forEach(field -> query.add(
                        field.getKey() + "=" + encoded(field.getValue().textValue())));
        return ("""
                GET %s?%s HTTP/1.1
                accept: application/json
                user-agent: AdSkull
                access-token: %s
                host: localhost:%d

                """)
                .formatted(asked.required("path").textValue(), query, token, port)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
