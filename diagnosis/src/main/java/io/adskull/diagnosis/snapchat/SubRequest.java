package io.adskull.diagnosis.snapchat;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.JsonScan;
import java.util.Locale;
import java.util.Optional;

/// One of the things that an answer is about. What was asked for one account stands alone in its list; in a longer
/// one a single failure breaks nothing for the account.
final class SubRequest {
    private static final String STATUS = "_request_status\"";

    private SubRequest() {}

    /// Whether every status in the body is a success, seen without building anything from it. What only looks like
    /// a status, in a text that somebody wrote, may make it false.
    static boolean allSucceeded(byte[] body) {
        return JsonScan.isAlways(body, STATUS, "\"SUCCESS\"", "\"success\"");
    }

    /// The first that failed, when none worked.
    static Optional<JsonNode> failed(JsonNode root) {
        Optional<JsonNode> first = Optional.empty();
        for (JsonNode list : root) {
            for (JsonNode part : list.isArray() ? list : root.path("nothing")) {
                String status = part.path("sub_request_status").asText().toUpperCase(Locale.ROOT);
                if (status.equals("SUCCESS")) {
                    return Optional.empty();
                }
                if (!status.isEmpty() && first.isEmpty()) {
                    first = Optional.of(part);
                }
            }
        }
        return first;
    }
}
