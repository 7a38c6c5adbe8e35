package io.adskull.simulator.inbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// A webhook's payload, accepted or refused with Slack's own words.
sealed interface Payload {
    record Accepted(JsonNode json) implements Payload {}

    record Refused(String error) implements Payload {}

    static Payload read(String body, ObjectMapper mapper) {
        JsonNode json;
        try {
            json = mapper.readTree(body);
        } catch (JsonProcessingException broken) {
            return new Refused("invalid_payload");
        }
        if (!json.isObject() || (json.has("text") && !json.path("text").isTextual())) {
            return new Refused("invalid_payload");
        }
        JsonNode blocks = json.path("blocks");
        if (!blocks.isMissingNode() && !BlockKitLimits.accept(blocks)) {
            return new Refused("invalid_blocks");
        }
        if (json.path("text").asText().isBlank() && blocks.isEmpty()) {
            return new Refused("no_text");
        }
        return new Accepted(json);
    }
}
