package io.adskull.dashboard.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Given;
import java.util.List;

/// What the preview shows: one of Slack's blocks, a mail, or an event.
///
/// @param trouble why there is nothing to show; empty when there is
/// @param subject of the mail, or what notifications say of the Slack message
/// @param text the mail's text, or the event as JSON
public record PreviewPage(Wanted wanted, String trouble, List<SlackBlock> slack, String subject, String text) {

    static PreviewPage of(Wanted wanted, Answer<JsonNode> answer) {
        if (!(answer instanceof Given<JsonNode>(JsonNode message))) {
            return new PreviewPage(wanted, answer.trouble(), List.of(), "", "");
        }
        return switch (wanted.channel()) {
            case "slack" ->
                new PreviewPage(
                        wanted, "", SlackBlock.of(message), message.path("text").asText(), "");
            case "email" ->
                new PreviewPage(
                        wanted,
                        "",
                        List.of(),
                        message.path("subject").asText(),
                        message.path("text").asText());
            default -> new PreviewPage(wanted, "", List.of(), "", message.toPrettyString());
        };
    }
}
