package io.adskull.diagnosis.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.dialect.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An answer that somebody hands in to have it explained: an object that describes one, or the bare body.
///
/// @param id whatever the input calls it; JSON null when it has no name
/// @param platform what the input calls the platform, in lower case; empty when it does not say
public record GivenAnswer(
        JsonNode id,
        Optional<String> platform,
        Optional<String> endpoint,
        Optional<Integer> httpStatus,
        Map<String, String> headers,
        byte[] body) {
    static final JsonMapper JSON = new JsonMapper();
    private static final ObjectReader READER = JSON.readerFor(JsonNode.class);

    /// What is said about answers that do not say it themselves.
    public record Defaults(Optional<String> platform, Optional<String> endpoint, Optional<Integer> httpStatus) {
        public static final Defaults NONE = new Defaults(Optional.empty(), Optional.empty(), Optional.empty());
    }

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
    public static GivenAnswer guessed(byte[] content, Defaults defaults) {
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

    /// The platform that the input names, or else that the answer looks most like. Empty when it names one that
    /// AdSkull does not know: then nothing is guessed.
    Optional<Platform> platformIn(Diagnostician diagnostician) {
        return platform.isPresent()
                ? platform.flatMap(Platform::find)
                : diagnostician.guess(Sample.of(endpoint, lowerCase(headers), body));
    }

    Answer answerOf(Platform known) {
        return new Answer(known, endpoint, httpStatus, Optional.empty(), headers, body);
    }

    private static GivenAnswer bare(byte[] body, Defaults defaults) {
        return new GivenAnswer(
                JSON.nullNode(), defaults.platform(), defaults.endpoint(), defaults.httpStatus(), Map.of(), body);
    }

    private static GivenAnswer described(JsonNode node, Defaults defaults) {
        JsonNode id = node.path("id");
        return new GivenAnswer(
                id.isMissingNode() ? JSON.nullNode() : id,
                text(node, "platform").or(defaults::platform).map(name -> name.toLowerCase(Locale.ROOT)),
                text(node, "endpoint").or(defaults::endpoint),
                status(node.path("http_status")).or(defaults::httpStatus),
                headers(node.path("headers")),
                bytes(node.path("body")));
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
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
