package io.adskull.simulator.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills `{name}` in the answers of `oauth.yaml`. A text that is nothing else takes the value with its type; a field
/// whose value does not exist goes missing, as platforms leave out what they do not give.
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");

    private Placeholders() {}

    public static Optional<JsonNode> fill(JsonNode template, Map<String, JsonNode> values) {
        return switch (template) {
            case ObjectNode object -> {
                ObjectNode filled = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> fill(field.getValue(), values)
                        .ifPresent(value -> filled.set(field.getKey(), value)));
                yield Optional.of(filled);
            }
            case ArrayNode array -> {
                ArrayNode filled = JsonNodeFactory.instance.arrayNode();
                array.forEach(one -> fill(one, values).ifPresent(filled::add));
                yield Optional.of(filled);
            }
            default -> template.isTextual() ? text(template.textValue(), values) : Optional.of(template);
        };
    }

    private static Optional<JsonNode> text(String template, Map<String, JsonNode> values) {
        Matcher name = NAME.matcher(template);
        if (name.matches()) {
            return Optional.ofNullable(values.get(name.group(1)));
        }
        String filled = name.reset().replaceAll(found -> {
            JsonNode value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value.asText());
        });
        return Optional.of(JsonNodeFactory.instance.textNode(filled));
    }
}
