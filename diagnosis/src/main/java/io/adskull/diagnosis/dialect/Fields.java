package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Reads single values out of a tree whose shape nobody promises.
public final class Fields {
    private Fields() {}

    /// The scalar at a path such as `error.code` as text; empty where there is none, or it is null or blank.
    public static Optional<String> at(JsonNode root, String path) {
        JsonNode node = root;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return scalar(node);
    }

    /// The first of these paths that holds a scalar.
    public static Optional<String> first(JsonNode root, String... paths) {
        for (String path : paths) {
            Optional<String> found = at(root, path);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public static Optional<String> scalar(JsonNode node) {
        return node.isValueNode() && !node.isNull()
                ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// Whether there is something in it: a scalar, an element or a field.
    public static boolean says(JsonNode node) {
        return node.isContainerNode() ? !node.isEmpty() : scalar(node).isPresent();
    }
}
