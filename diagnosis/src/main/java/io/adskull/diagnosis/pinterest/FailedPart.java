package io.adskull.diagnosis.pinterest;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Fields;
import java.util.Optional;

/// What failed in an answer that is otherwise a success: the first exception of a bulk call, when nothing in it
/// worked, or the first event that was not taken.
final class FailedPart {
    private FailedPart() {}

    static Optional<JsonNode> of(JsonNode root) {
        Optional<JsonNode> exception = exception(root);
        return exception.isPresent() ? exception : event(root);
    }

    private static Optional<JsonNode> exception(JsonNode root) {
        Optional<JsonNode> first = Optional.empty();
        for (JsonNode item : root.path("items")) {
            JsonNode told = item.path("exceptions");
            JsonNode exception = told.isArray() ? told.path(0) : told;
            if (Fields.first(exception, "code", "message").isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> Optional.of(exception));
        }
        return first;
    }

    private static Optional<JsonNode> event(JsonNode root) {
        for (JsonNode event : root.path("events")) {
            if (event.path("status").asText().equalsIgnoreCase("failed")) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
