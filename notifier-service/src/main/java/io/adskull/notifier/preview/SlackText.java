package io.adskull.notifier.preview;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.ButtonElement;
import io.adskull.notifier.channel.slack.SlackMessage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Slack message as lines for a terminal: what a person reads of its blocks, in their order.
final class SlackText {
    private SlackText() {}

    static String of(SlackMessage message) {
        return message.blocks().stream().map(SlackText::block).collect(Collectors.joining("\n\n"));
    }

    private static String block(LayoutBlock block) {
        return switch (block) {
            case HeaderBlock header -> header.getText().getText();
            case SectionBlock section when section.getText() != null -> plain(section.getText());
            case SectionBlock section ->
                section.getFields().stream()
                        .map(field -> plain(field).replaceFirst("\n", ": ").replace("\n", ", "))
                        .collect(Collectors.joining("\n"));
            case ContextBlock context ->
                context.getElements().stream()
                        .flatMap(element ->
                                element instanceof MarkdownTextObject text ? Stream.of(plain(text)) : Stream.of())
                        .collect(Collectors.joining("\n"));
            case ActionsBlock actions -> buttons(actions);
            case DividerBlock _ -> "―".repeat(20);
            default -> throw new IllegalStateException("no text for a block of type " + block.getType());
        };
    }

    private static String buttons(ActionsBlock actions) {
        List<ButtonElement> buttons = actions.getElements().stream()
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .toList();
        return buttons.stream()
                .map(button -> "[" + button.getText().getText() + "] " + button.getUrl())
                .collect(Collectors.joining("\n"));
    }

    /// Without the marks that Slack turns into type.
    private static String plain(TextObject object) {
        String text = object.getText();
        return text.replaceAll("\\*([^*\n]+)\\*", "$1")
                .replaceAll("`([^`\n]+)`", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
