package io.adskull.simulator.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.adskull.simulator.traffic.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Puts the platform's own words on the wire.
public final class Replies {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Description description;
    private final Clock clock;

    Replies(Description description, Clock clock) {
        this.description = description;
        this.clock = clock;
    }

    public Answer of(Word word) {
        return of(word, Map.of());
    }

    public Answer missing(String parameter) {
        return of(Word.PARAMETER_MISSING, Map.of("parameter", JsonNodeFactory.instance.textNode(parameter)));
    }

    /// @param values besides `{time}` and `{uuid}`, which every text may have
    private Answer of(Word word, Map<String, JsonNode> values) {
        Description.Reply reply = description.reply(word);
        Map<String, JsonNode> all = new HashMap<>(values);
        all.put("time", JsonNodeFactory.instance.textNode(SECOND.format(clock.instant())));
        all.put("uuid", JsonNodeFactory.instance.textNode(UUID.randomUUID().toString()));
        Optional<JsonNode> body =
                Optional.ofNullable(reply.body()).flatMap(template -> Placeholders.fill(template, all));
        String text = body.map(node -> node.isTextual() ? node.textValue() : node.toString())
                .orElse("");
        Map<String, String> headers = new HashMap<>();
        headers.put(
                "Content-Type",
                body.filter(JsonNode::isContainerNode).isPresent() ? "application/json" : "text/plain; charset=utf-8");
        if (reply.headers() != null) {
            headers.putAll(reply.headers());
        }
        return new Answer(reply.status(), headers, text, OptionalInt.empty(), Duration.ZERO, false, Optional.empty());
    }
}
