package io.adskull.simulator.inbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.inbox.Message;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Makes a message of the inbox out of what was posted.
@Singleton
final class Posts {
    private static final int LONGEST_SUBJECT = 150;

    private final ObjectMapper json;

    Posts(ObjectMapper json) {
        this.json = json;
    }

    Message read(String id, String channel, JsonNode payload, Instant at) {
        JsonNode given = payload.path("blocks");
        JsonNode blocks = given.isEmpty() ? section(payload.path("text")) : given;
        String fallback = Mrkdwn.plain(payload.path("text").asText());
        String text = Blocks.plain(blocks);
        String title = Blocks.title(blocks);
        String subject = !title.isEmpty() ? title : fallback.isBlank() ? text : fallback;
        return new Message(
                id, Message.SLACK, channel, firstLine(subject), text, null, blocks, Blocks.links(payload), at, null, 1);
    }

    /// A message of text only looks like one section.
    private JsonNode section(JsonNode text) {
        ObjectNode section = json.createObjectNode().put("type", "section");
        section.putObject("text").put("type", "mrkdwn").set("text", text);
        return json.createArrayNode().add(section);
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
    }
}
