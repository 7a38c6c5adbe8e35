package io.adskull.diagnosis.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An answer that somebody hands to `explain`: an object that describes one, or the bare body.
///
/// @param id whatever the input calls it; JSON null when it has no name
/// @param platform empty when it is none that AdSkull knows
record GivenAnswer(
        JsonNode id,
        Optional<Platform> platform,
        Optional<String> endpoint,
        Optional<Integer> httpStatus,
        Map<String, String> headers,
        byte[] body) {
    static final JsonMapper JSON = new JsonMapper();
    private static final ObjectReader READER = JSON.readerFor(JsonNode.class);

    /// What the command line says about answers that do not say it themselves.
    record Defaults(Optional<String> platform, Optional<String> endpoint, Optional<Integer> httpStatus) {}

    /// One description, the shape of a line of `--ndjson`.
    ///
    /// @throws Unreadable when the text is no JSON object
    static GivenAnswer described(String text, Defaults defaults) {
        JsonNode node;
        try {
            node = READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Unreadable("not JSON"
                    + (e.getLocation() == null
                            ? ""
                            : " at column " + e.getLocation().getColumnNr()));
        }
        if (!node.isObject()) {
            throw new Unreadable("expected a JSON object");
        }
        return described(node, defaults);
    }

    /// A file's content: a description if it looks like one, else the body itself.
    static GivenAnswer guessed(byte[] content, Defaults defaults) {
        try {
            JsonNode node = READER.readTree(content);
            boolean describes =
                    node.has("body") && (node.has("platform") || node.has("endpoint") || node.has("http_status"));
            if (describes) {
                return described(node, defaults);
            }
        } catch (IOException e) {
            return bare(content, defaults);
        }
        return bare(content, defaults);
    }

    Optional<Answer> answer() {
        return platform.map(p -> new Answer(p, endpoint, httpStatus, Optional.empty(), headers, body));
    }

    private static GivenAnswer bare(byte[] body, Defaults defaults) {
        return new GivenAnswer(
                JSON.nullNode(),
                Platform.find(defaults.platform().orElse(Platform.TIKTOK.id())),
                defaults.endpoint(),
                defaults.httpStatus(),
                Map.of(),
                body);
    }

    private static GivenAnswer described(JsonNode node, Defaults defaults) {
        JsonNode id = node.path("id");
        return new GivenAnswer(
                id.isMissingNode() ? JSON.nullNode() : id,
                text(node, "platform")
                        .or(defaults::platform)
                        .flatMap(name -> Platform.find(name.toLowerCase(Locale.ROOT))),
                text(node, "endpoint").or(defaults::endpoint),
                status(node.path("http_status")).or(defaults::httpStatus),
                headers(node.path("headers")),
                bytes(node.path("body")));
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static Optional<Integer> status(JsonNode value) {
        int status = value.asInt(0);
        return status >= 100 && status <= 599 ? Optional.of(status) : Optional.empty();
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue().isArray() ? entry.getValue().path(0) : entry.getValue();
            if (value.isValueNode() && !value.isNull()) {
                headers.put(entry.getKey(), value.asText());
            }
        });
        return headers;
    }

    private static byte[] bytes(JsonNode body) {
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        return (body.isTextual() ? body.asText() : body.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /// Says in one clause why a text is no description of an answer.
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }
    }
}
