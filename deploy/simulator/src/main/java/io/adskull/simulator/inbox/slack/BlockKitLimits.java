package io.adskull.simulator.inbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The limits of Block Kit that an alert could meet.
final class BlockKitLimits {
    private static final Set<String> OTHER_BLOCKS = Set.of("divider", "image", "rich_text", "input", "video", "file");
    private static final Set<String> TEXT_TYPES = Set.of("plain_text", "mrkdwn");

    private BlockKitLimits() {}

    static boolean accept(JsonNode blocks) {
        if (!blocks.isArray() || blocks.size() > 50) {
            return false;
        }
        for (JsonNode block : blocks) {
            if (!block(block) || block.path("block_id").asText().length() > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> text(block.path("text"), 150, List.of("plain_text"));
            case "section" -> section(block);
            case "context" -> elements(block, 10) && all(block.path("elements"), BlockKitLimits::contextElement);
            case "actions" -> elements(block, 25) && all(block.path("elements"), BlockKitLimits::action);
            case String other -> OTHER_BLOCKS.contains(other);
        };
    }

    private static boolean section(JsonNode block) {
        JsonNode fields = block.path("fields");
        boolean hasText = block.has("text");
        return (hasText || !fields.isEmpty())
                && (!hasText || text(block.path("text"), 3000, TEXT_TYPES))
                && fields.size() <= 10
                && all(fields, field -> text(field, 2000, TEXT_TYPES));
    }

    private static boolean contextElement(JsonNode element) {
        return element.path("type").asText().equals("image")
                ? !element.path("image_url").asText().isBlank()
                        && !element.path("alt_text").asText().isBlank()
                : text(element, 3000, TEXT_TYPES);
    }

    private static boolean action(JsonNode element) {
        return !element.path("type").asText().equals("button")
                || (text(element.path("text"), 75, List.of("plain_text"))
                        && element.path("url").asText().length() <= 3000
                        && element.path("action_id").asText().length() <= 255
                        && element.path("value").asText().length() <= 2000
                        && Set.of("", "primary", "danger")
                                .contains(element.path("style").asText()));
    }

    private static boolean elements(JsonNode block, int most) {
        JsonNode elements = block.path("elements");
        return elements.isArray() && !elements.isEmpty() && elements.size() <= most;
    }

    private static boolean text(JsonNode text, int longest, Collection<String> types) {
        String value = text.path("text").asText();
        return types.contains(text.path("type").asText()) && !value.isEmpty() && value.length() <= longest;
    }

    private static boolean all(JsonNode nodes, Predicate<JsonNode> rule) {
        for (JsonNode node : nodes) {
            if (!rule.test(node)) {
                return false;
            }
        }
        return true;
    }
}
