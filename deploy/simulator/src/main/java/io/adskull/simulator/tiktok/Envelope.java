package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.traffic.Answer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TikTok's envelope: HTTP 200 whatever the code is, unless the call missed the API.
final class Envelope {
    private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\"\\s*:\\s*\"([\\w-]{1,64})\"");

    private Envelope() {}

    static Answer of(Reply reply, String requestId) {
        return switch (reply) {
            case Reply.Ok ok -> {
                ObjectNode body = envelope(0, "OK", requestId);
                body.set("data", ok.data());
                yield Answer.json(200, body.toString(), OptionalInt.of(0));
            }
            case Reply.Refused refused -> {
                ObjectNode body = envelope(refused.code(), refused.message(), requestId);
                body.putObject("data");
                yield Answer.json(200, body.toString(), OptionalInt.of(refused.code()));
            }
            case Reply.NotFound ignored -> Answer.text(404, "404 page not found");
        };
    }

    /// The id that a scripted body speaks of, so that the header tells the same.
    static Optional<String> requestIdIn(String body) {
        Matcher found = REQUEST_ID.matcher(body);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static ObjectNode envelope(int code, String message, String requestId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("message", message)
                .put("request_id", requestId);
    }
}
