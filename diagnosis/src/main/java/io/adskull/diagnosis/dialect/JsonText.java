package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A JSON text as a tree, as far as it goes: what a cut body said before the cut is kept. Bounded: of a huge or
/// deeply nested body only a part is built.
///
/// @param root an object or an array
/// @param whole whether the text was one complete JSON value and all of it was built
record JsonText(JsonNode root, boolean whole) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 40;

    /// Empty when the bytes do not start as an object or array.
    static Optional<JsonText> read(byte[] body, int from) {
        Building building = new Building();
        boolean whole = false;
        try (JsonParser json = JSON.createParser(body, from, body.length - from)) {
            while (building.take(json, body.length - from)) {
                // Every turn takes one token.
            }
            whole = building.complete() && json.nextToken() == null;
        } catch (IOException e) {
            // The rest cannot be read; what stands before it counts.
        }
        return building.root(whole);
    }

    private static final class Building {
        private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
        private JsonNode root = NODES.missingNode();
        private String name = "";
        private int nodes;
        private boolean skipped;

        /// Takes one token; false when the outermost value is closed or nothing more may be built.
        boolean take(JsonParser json, int length) throws IOException {
            JsonToken token = json.nextToken();
            if (token == null) {
                return false;
            }
            switch (token) {
                case FIELD_NAME -> name = json.currentName();
                case START_OBJECT -> enter(json, NODES.objectNode());
                case START_ARRAY -> enter(json, NODES.arrayNode());
                case END_OBJECT, END_ARRAY -> open.pop();
                default -> scalar(json, token, length);
            }
            return !open.isEmpty() && ++nodes < MOST_NODES;
        }

        boolean complete() {
            return open.isEmpty() && !root.isMissingNode() && !skipped;
        }

        Optional<JsonText> root(boolean whole) {
            return root.isMissingNode() ? Optional.empty() : Optional.of(new JsonText(root, whole));
        }

        private void enter(JsonParser json, ContainerNode<?> node) throws IOException {
            if (root.isMissingNode()) {
                root = node;
            } else {
                add(node);
            }
            if (open.size() >= DEEPEST) {
                skipped = true;
                json.skipChildren();
            } else {
                open.push(node);
            }
        }

        private void scalar(JsonParser json, JsonToken token, int length) throws IOException {
            if (root.isMissingNode()) {
                return;
            }
            boolean mayGoOn = token.isNumeric() && json.currentLocation().getByteOffset() >= length;
            if (!mayGoOn) {
                add(
                        switch (token) {
                            case VALUE_TRUE -> NODES.booleanNode(true);
                            case VALUE_FALSE -> NODES.booleanNode(false);
                            case VALUE_NULL -> NODES.nullNode();
                            case VALUE_NUMBER_INT -> number(json);
                            default -> NODES.textNode(json.getText());
                        });
            }
        }

        /// Ids outgrow a long; as text nothing of them is lost.
        private static JsonNode number(JsonParser json) throws IOException {
            String digits = json.getText();
            return digits.length() <= 18 ? NODES.numberNode(Long.parseLong(digits)) : NODES.textNode(digits);
        }

        /// The first of two fields with one name counts.
        private void add(JsonNode node) {
            switch (open.peek()) {
                case ObjectNode object -> object.putIfAbsent(name, node);
                case ArrayNode array -> array.add(node);
                case null, default -> {}
            }
        }
    }
}
