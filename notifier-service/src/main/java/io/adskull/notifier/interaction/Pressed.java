package io.adskull.notifier.interaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.channel.Untrusted;
import io.adskull.notifier.channel.slack.SlackAction;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Somebody pressed a button of a message.
///
/// @param incident that the message is about
/// @param channel Slack's id of the channel that the message is in
/// @param who for people to read
/// @param answerTo where an answer for this person alone goes; a secret for half an hour
record Pressed(SlackAction action, IncidentId incident, String channel, String who, URI answerTo) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELD = "payload=";
    private static final int NAME = 80;

    /// @param form what Slack sent (docs.slack.dev/reference/interaction-payloads/block_actions-payload)
    /// @return empty for what asks nothing of us, such as a button that opens a page
    static Optional<Pressed> read(String form) {
        return Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith(FIELD))
                .findFirst()
                .flatMap(field -> decoded(field.substring(FIELD.length())))
                .flatMap(Pressed::parse)
                .flatMap(Pressed::of);
    }

    private static Optional<Pressed> of(JsonNode payload) {
        JsonNode pressed = payload.path("actions").path(0);
        Optional<SlackAction> action =
                SlackAction.named(pressed.path("action_id").asText());
        String channel = payload.path("channel").path("id").asText();
        if (action.isEmpty() || channel.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pressed(
                    action.get(),
                    IncidentId.parse(pressed.path("value").asText()),
                    channel,
                    who(payload.path("user")),
                    URI.create(payload.path("response_url").asText())));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String who(JsonNode user) {
        String name = user.path("username").asText(user.path("name").asText());
        return "Slack user " + Untrusted.line(name.isBlank() ? user.path("id").asText() : name, NAME);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return action + " of " + incident + " by " + who;
    }
}
