package io.adskull.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.adskull.diagnosis.Bodies.Labelled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A body changed in ways that change no meaning, or take meaning away.
final class Mutations {
    private static final Set<String> WORDS = Set.of(
            "message",
            "Message",
            "error_description",
            "details",
            "explanation",
            "error_user_msg",
            "error_user_title",
            "debug_message",
            "display_message",
            "faultstring");
    private static final Set<String> CODES =
            Set.of("code", "Code", "error_subcode", "serviceErrorCode", "errorCode", "status");

    private Mutations() {}

    /// The body itself and its changes; `lossy` tells those that say less than the original did.
    record Mutated(byte[] body, boolean lossy) {}

    static List<Mutated> of(Labelled labelled) {
        JsonNode root = labelled.label().get("body");
        List<Mutated> bodies = new ArrayList<>();
        bodies.add(new Mutated(labelled.answer().body(), false));
        if (!root.isContainerNode()) {
            return bodies;
        }
        add(bodies, root, false, Mutations::withStrangeFields);
        add(bodies, root, false, Mutations::reversed);
        add(bodies, root, false, node -> eachText(node, CODES, code -> code));
        add(bodies, root, false, node -> eachText(node, WORDS, Mutations::otherIds));
        add(bodies, root, false, node -> eachText(node, WORDS, text -> text.toUpperCase(Locale.ROOT)));
        add(bodies, root, false, node -> eachText(node, WORDS, text -> text.replace(" ", "  ") + " "));
        add(bodies, root, true, node -> eachText(node, WORDS, text -> "操作失败，请检查后重试"));
        add(bodies, root, true, node -> eachText(node, WORDS, text -> "Ha ocurrido algo que no se puede explicar"));
        add(bodies, root, true, node -> without(node, WORDS));
        return bodies;
    }

    private static void add(List<Mutated> bodies, JsonNode root, boolean lossy, UnaryOperator<JsonNode> change) {
        byte[] changed = change.apply(root.deepCopy()).toString().getBytes(StandardCharsets.UTF_8);
        bodies.add(new Mutated(changed, lossy));
    }

    private static JsonNode withStrangeFields(JsonNode root) {
        if (root instanceof ObjectNode object) {
            object.put("unknown_field", "token revoked").put("extra", true);
            object.putObject("surroundings").put("hint", "rate limit").put("access", "denied");
        }
        return root;
    }

    private static JsonNode reversed(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode reversed = object.objectNode();
                List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
                fields.reversed().forEach(field -> reversed.set(field.getKey(), reversed(field.getValue())));
                yield reversed;
            }
            case ArrayNode array -> {
                ArrayNode same = array.arrayNode();
                array.forEach(item -> same.add(reversed(item)));
                yield same;
            }
            default -> node;
        };
    }

    private static JsonNode eachText(JsonNode node, Set<String> fields, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                boolean chosen =
                        fields.contains(field.getKey()) && field.getValue().isValueNode();
                if (chosen && !field.getValue().isNull()) {
                    object.set(
                            field.getKey(),
                            TextNode.valueOf(change.apply(field.getValue().asText())));
                } else {
                    eachText(field.getValue(), fields, change);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> eachText(item, fields, change));
        }
        return node;
    }

    private static JsonNode without(JsonNode node, Set<String> fields) {
        if (node instanceof ObjectNode object) {
            object.remove(fields);
            object.forEach(value -> without(value, fields));
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> without(item, fields));
        }
        return node;
    }

    /// Ids say nothing; Meta's `(#100)` and Microsoft's `AADSTS70000` are no ids.
    private static String otherIds(String text) {
        return text.replaceAll("(?<![A-Za-z#\\d])\\d{7,}", "998877665544332");
    }
}
