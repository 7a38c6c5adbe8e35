package io.adskull.simulator.inbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads Block Kit into what a page shows, what a person would read aloud, and where it leads.
public final class Blocks {
    private Blocks() {}

    public static List<BlockView> views(JsonNode blocks) {
        return stream(blocks).map(Blocks::view).toList();
    }

    /// The blocks as plain text, one line each; buttons as `[label]`.
    public static String plain(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        for (JsonNode block : blocks) {
            switch (block.path("type").asText()) {
                case "header", "section" -> {
                    add(lines, plainText(block.path("text")));
                    block.path("fields").forEach(field -> add(lines, plainText(field)));
                    add(lines, label(block.path("accessory")));
                }
                case "context" -> block.path("elements").forEach(element -> add(lines, plainText(element)));
                case "actions" -> block.path("elements").forEach(element -> add(lines, label(element)));
                case "rich_text" -> add(lines, String.join("", block.findValuesAsText("text")));
                default -> add(lines, block.path("alt_text").asText());
            }
        }
        return String.join("\n", lines);
    }

    public static List<String> links(JsonNode payload) {
        Set<String> links = new LinkedHashSet<>();
        collectLinks(payload, links);
        return List.copyOf(links);
    }

    /// The first header, else nothing.
    public static String title(JsonNode blocks) {
        return stream(blocks)
                .filter(block -> block.path("type").asText().equals("header"))
                .map(block -> plainText(block.path("text")))
                .findFirst()
                .orElse("");
    }

    private static void collectLinks(JsonNode node, Set<String> links) {
        if (node.isTextual()) {
            links.addAll(Mrkdwn.links(node.textValue()));
        }
        String url = node.path("url").asText();
        if (Mrkdwn.linkable(url)) {
            links.add(url);
        }
        node.forEach(child -> collectLinks(child, links));
    }

    private static BlockView view(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> of("header", html(block.path("text")), List.of(), List.of());
            case "section" ->
                of(
                        "section",
                        html(block.path("text")),
                        stream(block.path("fields")).map(Blocks::html).toList(),
                        buttons(
                                block.path("accessory").isMissingNode()
                                        ? List.of()
                                        : List.of(block.path("accessory"))));
            case "context" ->
                of(
                        "context",
                        "",
                        stream(block.path("elements")).map(Blocks::html).toList(),
                        List.of());
            case "divider" -> of("divider", "", List.of(), List.of());
            case "actions" ->
                of(
                        "actions",
                        "",
                        List.of(),
                        buttons(stream(block.path("elements")).toList()));
            case "image" -> image(block);
            case "rich_text" ->
                of("section", Mrkdwn.escaped(String.join("", block.findValuesAsText("text"))), List.of(), List.of());
            case String other -> of("other", Mrkdwn.escaped(other), List.of(), List.of());
        };
    }

    private static BlockView image(JsonNode block) {
        String address = block.path("image_url").asText();
        return new BlockView(
                "image",
                Mrkdwn.escaped(block.path("alt_text").asText()),
                List.of(),
                List.of(),
                Mrkdwn.linkable(address) ? address : "");
    }

    private static BlockView of(String kind, String html, List<String> items, List<BlockView.Button> buttons) {
        return new BlockView(kind, html, items, buttons, "");
    }

    private static List<BlockView.Button> buttons(List<JsonNode> elements) {
        return elements.stream()
                .filter(element -> element.path("type").asText().equals("button"))
                .map(element -> {
                    String url = element.path("url").asText();
                    String style = element.path("style").asText();
                    return new BlockView.Button(
                            Emoji.shown(element.path("text").path("text").asText()),
                            Mrkdwn.linkable(url) ? url : "",
                            Set.of("primary", "danger").contains(style) ? style : "");
                })
                .toList();
    }

    private static String html(JsonNode text) {
        String value = text.path("text").asText();
        return text.path("type").asText().equals("mrkdwn")
                ? Mrkdwn.html(value)
                : Mrkdwn.escaped(Emoji.shown(value)).replace("\n", "<br>");
    }

    private static String plainText(JsonNode text) {
        String value = text.path("text").asText();
        return text.path("type").asText().equals("mrkdwn") ? Mrkdwn.plain(value) : Emoji.shown(value);
    }

    private static String label(JsonNode button) {
        String label = button.path("text").path("text").asText();
        return label.isEmpty() ? "" : "[" + label + "]";
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
