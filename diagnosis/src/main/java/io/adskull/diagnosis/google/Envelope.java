package io.adskull.diagnosis.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// Where the error stands in an answer.
final class Envelope {
    private static final int DEEPEST = 3;
    private static final int MOST_PAGES = 50;
    private static final String[] WRAPPERS = {"error", "partialFailureError", "partial_failure_error"};
    private static final String[] AROUND = {"response", "data", "body"};

    private Envelope() {}

    /// The object that says what failed: `error`, `partialFailureError`, a bare failure or status, also inside of an
    /// array; a missing node when there is none.
    static JsonNode find(JsonNode root) {
        return find(root, 0);
    }

    private static JsonNode find(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return MissingNode.getInstance();
        }
        if (node.isArray()) {
            return first(node, depth);
        }
        for (String wrapper : WRAPPERS) {
            JsonNode error = node.path(wrapper);
            if (error.isObject()) {
                return error.path("error").isObject() ? error.path("error") : error;
            }
        }
        boolean failure = node.path("errors").isArray() && !node.path("errors").isEmpty();
        boolean words = node.path("message").isTextual() || node.path("details").isTextual();
        boolean status = words
                && (node.has("details")
                        || node.path("status").isTextual()
                        || node.path("code").isInt());
        return failure || status ? node : around(node, depth);
    }

    private static JsonNode first(JsonNode pages, int depth) {
        for (int i = 0; i < Math.min(pages.size(), MOST_PAGES); i++) {
            JsonNode inside = find(pages.path(i), depth + 1);
            if (!inside.isMissingNode()) {
                return inside;
            }
        }
        return MissingNode.getInstance();
    }

    /// Proxies and SDKs put the answer into one of theirs.
    private static JsonNode around(JsonNode node, int depth) {
        for (String name : AROUND) {
            if (node.path(name).isObject()) {
                JsonNode inside = find(node.path(name), depth + 1);
                if (!inside.isMissingNode()) {
                    return inside;
                }
            }
        }
        return MissingNode.getInstance();
    }
}
