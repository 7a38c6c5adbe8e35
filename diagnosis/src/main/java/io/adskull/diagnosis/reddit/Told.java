package io.adskull.diagnosis.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one of Reddit's many envelopes says.
///
/// @param codes the reason in capitals first, then numbers, which mostly repeat the HTTP status
record Told(
        boolean isError, boolean isOauth, List<String> codes, Optional<String> message, Optional<String> requestId) {

    static Told of(JsonNode root) {
        JsonNode error = root.path("error");
        JsonNode inner = error.isObject() ? error : root;
        JsonNode listed = root.path("errors").path(0);
        JsonNode old = root.path("json").path("errors").path(0);
        Optional<String> word = Fields.scalar(error).filter(text -> !text.equals("false"));
        boolean sentence = word.filter(text -> text.indexOf(' ') >= 0).isPresent();

        List<String> codes = new ArrayList<>();
        Fields.scalar(old.path(0)).ifPresent(codes::add);
        Fields.first(inner, "reason").filter(text -> text.indexOf(' ') < 0).ifPresent(codes::add);
        Fields.first(inner, "code", "error_code", "type", "status")
                .filter(text -> text.indexOf(' ') < 0)
                .filter(text -> error.isObject() || !text.equals("error"))
                .ifPresent(codes::add);
        Fields.first(listed, "reason", "code").ifPresent(codes::add);
        word.filter(text -> !sentence).ifPresent(codes::add);

        Optional<String> said = Fields.scalar(old.path(1))
                .or(() -> Fields.first(inner, "explanation", "error_description", "message", "detail"))
                .or(() -> Fields.first(root, "explanation", "error_description", "message", "detail", "error_message"))
                .or(() -> Fields.first(listed, "explanation", "message", "detail"))
                .or(() -> Fields.scalar(listed))
                .or(() -> Fields.first(inner, "reason").filter(text -> text.indexOf(' ') >= 0))
                .or(() -> word.filter(text -> sentence));
        Optional<String> detail = detail(root, inner);
        Optional<String> message = said.map(
                        text -> detail.map(d -> text + " (" + d + ")").orElse(text))
                .or(() -> detail);

        boolean isError = error.isObject() && !error.isEmpty()
                || word.isPresent()
                || Fields.says(root.path("errors"))
                || Fields.says(root.path("json").path("errors"))
                || Fields.says(root.path("invalid_events"))
                || root.path("success").isBoolean() && !root.path("success").asBoolean()
                || isOnlyWords(root)
                || root.has("reason") && root.has("message");
        boolean isOauth = word.filter(
                        text -> !sentence && text.toLowerCase(Locale.ROOT).equals(text))
                .filter(text -> Character.isLetter(text.charAt(0)))
                .isPresent();
        return new Told(isError, isOauth, codes, message, Fields.first(root, "request_id", "error.request_id"));
    }

    /// A message that comes with no data and is no word of success.
    private static boolean isOnlyWords(JsonNode root) {
        String message = root.path("message").asText().toLowerCase(Locale.ROOT);
        return !message.isEmpty() && !message.startsWith("success") && !root.has("data") && !root.has("id");
    }

    /// What the first field or event that was refused says.
    private static Optional<String> detail(JsonNode root, JsonNode inner) {
        JsonNode field = inner.path("fields").path(0);
        return Fields.at(root.path("invalid_events").path(0), "error_message")
                .or(() -> Fields.first(field, "message", "error", "explanation")
                        .map(text -> Fields.first(field, "field", "name")
                                        .map(name -> name + ": ")
                                        .orElse("")
                                + text));
    }
}
