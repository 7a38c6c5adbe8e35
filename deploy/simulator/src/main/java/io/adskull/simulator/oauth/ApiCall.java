package io.adskull.simulator.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request to a simulated platform.
///
/// @param path the platform's own, with a slash at its start
/// @param query first value of each
/// @param headers by name in lower case, first value of each
/// @param form every value of each field of a form; empty when the body is none
/// @param json a missing node when the body is not JSON
public record ApiCall(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, List<String>> form,
        JsonNode json,
        String body) {

    /// A value wherever it was sent: in the query, a form or a JSON body. Never blank.
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).or(() -> field(name)).filter(value -> !value.isBlank());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isBlank());
    }

    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    private Optional<String> field(String name) {
        List<String> values = form.getOrDefault(name, List.of());
        if (!values.isEmpty()) {
            return Optional.of(values.getFirst());
        }
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
