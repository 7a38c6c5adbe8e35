package io.adskull.dashboard.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// One block of a Slack message, as a page shows it.
///
/// @param type `header`, `section`, `fields`, `context`, `actions` or `divider`; another is one that this
/// page does not know yet
public record SlackBlock(String type, List<Mrkdwn> texts, List<Button> buttons) {

    /// @param url where it leads; empty where pressing it does something in Slack
    public record Button(String label, String url, boolean primary) {}

    /// @param message as it is posted to Slack
    static List<SlackBlock> of(JsonNode message) {
        return all(message.path("blocks")).stream().map(SlackBlock::block).toList();
    }

    private static SlackBlock block(JsonNode block) {
        String type = block.path("type").asText();
        return switch (type) {
            case "section" ->
                block.has("fields")
                        ? new SlackBlock("fields", texts(block.path("fields")), List.of())
                        : new SlackBlock(type, List.of(text(block.path("text"))), List.of());
            case "header" -> new SlackBlock(type, List.of(text(block.path("text"))), List.of());
            case "context" -> new SlackBlock(type, texts(block.path("elements")), List.of());
            case "actions" ->
                new SlackBlock(
                        type,
                        List.of(),
                        all(block.path("elements")).stream()
                                .map(SlackBlock::button)
                                .toList());
            default -> new SlackBlock(type, List.of(), List.of());
        };
    }

    private static Button button(JsonNode element) {
        String label = element.path("text").path("text").asText();
        String placeholder = element.path("placeholder").path("text").asText();
        return new Button(
                label.isEmpty() ? placeholder : label,
                element.path("url").asText(),
                element.path("style").asText().equals("primary"));
    }

    private static List<Mrkdwn> texts(JsonNode objects) {
        return all(objects).stream().map(SlackBlock::text).toList();
    }

    /// A plain text has no marks to read.
    private static Mrkdwn text(JsonNode object) {
        String text = object.path("text").asText();
        return object.path("type").asText().equals("mrkdwn")
                ? Mrkdwn.of(text)
                : new Mrkdwn(text.lines()
                        .map(line -> new Mrkdwn.Line(false, List.of(new Mrkdwn.Span("plain", line, ""))))
                        .toList());
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
