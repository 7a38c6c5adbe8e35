package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills a row of `endpoints.yaml` with an account's own values: `{name}` and the like, and `{id:3}`, a number
/// that is always the same for the same account.
final class Rows {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::([0-9]+))?}");

    private Rows() {}

    static JsonNode filled(JsonNode template, Map<String, String> values) {
        return switch (template) {
            case TextNode text -> TextNode.valueOf(filled(text.textValue(), values));
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), filled(field.getValue(), values)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> copy.add(filled(element, values)));
                yield copy;
            }
            default -> template;
        };
    }

    private static String filled(String text, Map<String, String> values) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Matcher place = PLACE.matcher(text);
        return place.replaceAll(found -> {
            String name = found.group(1);
            if (name.equals("id")) {
                return id(values.getOrDefault("account", ""), Integer.parseInt(found.group(2)));
            }
            return Matcher.quoteReplacement(values.getOrDefault(name, ""));
        });
    }

    /// Nineteen digits, as TikTok's own ids.
    private static String id(String account, int number) {
        long spread = (account.hashCode() * 2_654_435_761L + number * 40_503L) & 0xFFFF_FFFF_FFFFL;
        return Long.toString(7_200_000_000_000_000_000L + spread);
    }
}
