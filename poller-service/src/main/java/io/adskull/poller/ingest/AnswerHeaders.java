package io.adskull.poller.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.response.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The headers of an answer that help a diagnosis. All others are dropped unread, so that no credential among them
/// is published and none is refused for its form.
final class AnswerHeaders {
    private static final int MAX_HEADERS = 32;
    private static final int MAX_VALUE = 8192;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

    private AnswerHeaders() {}

    static Map<String, String> of(Fields fields) {
        Map<String, String> kept = new TreeMap<>();
        Optional<JsonNode> all =
                fields.optional("headers", "must be an object of names and values", value -> Optional.of(value)
                        .filter(JsonNode::isObject));
        all.ifPresent(headers -> headers.properties().stream()
                .filter(header -> ApiResponse.keepsHeader(header.getKey()))
                .forEach(header -> keep(fields, kept, header.getKey(), header.getValue())));
        if (kept.size() > MAX_HEADERS) {
            fields.refuse("headers", "must be " + MAX_HEADERS + " at most");
        }
        return kept;
    }

    private static void keep(Fields fields, Map<String, String> kept, String name, JsonNode value) {
        if (!NAME.matcher(name).matches()) {
            fields.refuse("headers", "must have names as HTTP allows them");
            return;
        }
        Optional<String> text = text(value).filter(Fields::isOneLine).filter(line -> line.length() <= MAX_VALUE);
        if (text.isEmpty()) {
            fields.refuse("headers." + name, "must be one line of text, or an array of such");
            return;
        }
        kept.merge(name.toLowerCase(Locale.ROOT), text.get(), (first, next) -> first + ", " + next);
    }

    private static Optional<String> text(JsonNode value) {
        if (!value.isArray()) {
            return Fields.text(value);
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode line : value) {
            if (!line.isTextual()) {
                return Optional.empty();
            }
            lines.add(line.textValue());
        }
        return Optional.of(String.join(", ", lines));
    }
}
