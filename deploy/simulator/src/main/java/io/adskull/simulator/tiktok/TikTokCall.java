package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// One request to `/open_api/v1.3/`.
///
/// @param path below the version, with slashes at both ends when it is right
/// @param token of the header `Access-Token`
/// @param body a missing node when there is none or it is not JSON
public record TikTokCall(String method, String path, Map<String, String> query, Optional<String> token, JsonNode body) {

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    public Optional<String> field(String name) {
        JsonNode value = body.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
