package io.adskull.diagnosis.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One error as LinkedIn writes it, wherever in an answer it stands.
record Envelope(JsonNode node) {
    private static final int MOST_NODES = 5_000;

    /// The outermost error in a tree, looked for level by level.
    static Optional<Envelope> find(JsonNode root) {
        Deque<JsonNode> waiting = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !waiting.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = waiting.remove();
            if (isError(node)) {
                return Optional.of(new Envelope(node));
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                boolean decorated = field.getKey().endsWith("!");
                if (decorated && field.getValue().isObject()) {
                    return Optional.of(new Envelope(field.getValue()));
                }
                if (field.getValue().isContainerNode()) {
                    waiting.add(field.getValue());
                }
            }
            if (node.isArray()) {
                node.forEach(element -> {
                    if (element.isContainerNode()) {
                        waiting.add(element);
                    }
                });
            }
        }
        return Optional.empty();
    }

    private static boolean isError(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        boolean spoken = Fields.first(node, "message", "Message").isPresent();
        return node.has("serviceErrorCode")
                || node.has("errorDetailType")
                || node.path("errorDetails").isContainerNode()
                || failing(node) && !node.path("error").isObject()
                || spoken && (node.has("errorCode") || node.has("ErrorCode") || isName(node.path("code")))
                || isOAuth(node);
    }

    private static boolean failing(JsonNode node) {
        return Stream.of("status", "statusCode", "Status")
                .map(node::path)
                .anyMatch(status -> status.isIntegralNumber() && status.asInt() >= 400 && status.asInt() <= 599);
    }

    private static boolean isName(JsonNode code) {
        return code.isTextual() && code.asText().matches("[A-Z][A-Z0-9_]{3,60}");
    }

    private static boolean isOAuth(JsonNode node) {
        return node.path("error").isTextual()
                || Fields.at(node, "error_description").isPresent();
    }

    boolean isOAuth() {
        return isOAuth(node) && !node.has("serviceErrorCode");
    }

    /// Whether it has the shape that LinkedIn shares with few others.
    boolean isFlat() {
        return node.path("status").isIntegralNumber() && isName(node.path("code"));
    }

    Optional<Integer> status() {
        int status = Fields.first(node, "status", "statusCode", "Status")
                .filter(text -> text.matches("\\d{3}"))
                .map(Integer::valueOf)
                .orElse(0);
        return status >= 400 && status <= 599 ? Optional.of(status) : Optional.empty();
    }

    /// What a field's check says comes first, then the name, then the number.
    List<Optional<String>> codes() {
        List<Optional<String>> codes = new ArrayList<>();
        codes.add(Fields.at(inputError(), "code"));
        codes.add(Fields.at(node, "code"));
        codes.add(Fields.at(node, "serviceErrorCode"));
        codes.add(Fields.at(node, "errorCode").filter(code -> !code.equals("0")));
        codes.add(Fields.at(node, "error").filter(text -> text.indexOf(' ') < 0));
        return codes;
    }

    /// The general sentence, and what was wrong with the first field where it says so.
    Optional<String> message() {
        Optional<String> general = Fields.first(node, "message", "Message", "error_description", "error");
        Optional<String> detail = Fields.at(inputError(), "description")
                .filter(text -> general.filter(said -> said.contains(text)).isEmpty());
        return detail.map(text -> general.map(said -> said + " " + text).orElse(text))
                .or(() -> general);
    }

    Optional<String> requestId() {
        return Fields.first(node, "requestId", "RequestId");
    }

    private JsonNode inputError() {
        return node.path("errorDetails").path("inputErrors").path(0);
    }
}
