package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Reads single values out of a tree whose shape nobody promises.
public final class Fields {
    private Fields() {}

    /// The scalar at a path such as `error.code` as text; empty where there is none, or it is null or blank.
    public static Optional<String> at(JsonNode root, String path) {
        JsonNode node = root;
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            node = node.path(path.substring(from, dot));
            from = dot + 1;
        }
        return scalar(node.path(from == 0 ? path : path.substring(from)));
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
        if (!node.isValueNode() || node.isNull()) {
            return Optional.empty();
        }
        String text = node.asText().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// Whether there is something in it: a scalar, an element or a field.
    public static boolean says(JsonNode node) {
        return node.isContainerNode() ? !node.isEmpty() : scalar(node).isPresent();
    }
}
