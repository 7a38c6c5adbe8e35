package io.adskull.endtoend.polling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/// What the simulated platforms allow, count and refuse.
record SimulatedLimits(String simulator) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param mostUsed calls that count now of whoever has the most
    record Count(long calls, int mostUsed, long refusals) {}

    Count of(String platform, String kind) {
        JsonNode limit = all().required(platform).required(kind);
        return new Count(
                limit.required("calls").longValue(),
                limit.required("mostUsed").intValue(),
                limit.required("refusals").longValue());
    }

    /// Refusals by platform and limit; those that never refused are left out.
    Map<String, Long> refusals() {
        Map<String, Long> found = new TreeMap<>();
        all().properties().forEach(platform -> platform.getValue().properties().forEach(limit -> {
            long refusals = limit.getValue().required("refusals").longValue();
            if (refusals > 0) {
                found.put(platform.getKey() + " " + limit.getKey(), refusals);
            }
        }));
        return found;
    }

    /// From now on this many calls fit into a window.
    void allow(String platform, String kind, int calls) {
        send(HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.createObjectNode()
                        .put("platform", platform)
                        .put("kind", kind)
                        .put("calls", calls)
                        .toString())));
    }

    /// The platforms answer again whatever they are asked.
    void forgive() {
        send(HttpRequest.newBuilder(address()).DELETE());
    }

    private JsonNode all() {
        try {
            return JSON.readTree(send(HttpRequest.newBuilder(address())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address() {
        return URI.create(simulator + "/simulator/limits");
    }

    private static String send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
