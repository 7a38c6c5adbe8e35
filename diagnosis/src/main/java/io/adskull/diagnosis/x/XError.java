package io.adskull.diagnosis.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an answer of X says went wrong, whichever of its envelopes says it.
///
/// @param codes of all errors in their order; of a problem its reason before its type
/// @param status that the body names, for answers whose HTTP status was not recorded
record XError(List<String> codes, Optional<String> message, Optional<String> status) {
    /// Numbers that are HTTP statuses and no codes of the old API.
    private static final Set<String> STATUSES = Set.of(
            "400", "401", "402", "403", "404", "406", "408", "409", "410", "420", "429", "500", "502", "503", "504");

    private static final String[] MESSAGES = {
        "message", "detail", "error_description", "details", "description", "title"
    };

    private static final Pattern OAUTH =
            Pattern.compile("denied|invalid_(grant|client|request|scope|token)|unauthorized_client|access_denied");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{2,80}");
    private static final Set<String> NO_CODES = Set.of("Unauthorized", "Forbidden", "Unknown", "unknown");

    XError {
        codes = List.copyOf(codes);
    }

    boolean isNothing() {
        return codes.isEmpty() && message.isEmpty();
    }

    /// Whether it speaks in the words of RFC 6749, or says that a person pressed Cancel.
    boolean isOauth() {
        return codes.stream().anyMatch(code -> OAUTH.matcher(code).matches());
    }

    /// The same answer with the HTTP status that the body tells.
    Answer with(Answer answer) {
        return status.map(told -> answer.withStatus(Integer.parseInt(told))).orElse(answer);
    }

    static XError of(JsonNode root) {
        List<JsonNode> errors = new ArrayList<>();
        flatten(root.path("errors"), errors);
        flatten(root.path("operation_errors"), errors);
        flatten(root.path("error"), errors);
        if (root.isArray()) {
            root.forEach(element -> flatten(element.has("errors") ? element.path("errors") : coded(element), errors));
        }
        if (isError(root)) {
            errors.add(root);
        }
        List<String> codes = new ArrayList<>();
        errors.forEach(error -> codes(error, codes));
        return new XError(
                codes,
                errors.stream().flatMap(error -> message(error).stream()).findFirst(),
                errors.stream().flatMap(error -> status(error).stream()).findFirst());
    }

    /// The element of a list if it is an error.
    private static JsonNode coded(JsonNode element) {
        return element.has("code") && element.has("message") ? element : MissingNode.getInstance();
    }

    private static boolean isError(JsonNode root) {
        return !root.has("data")
                && Stream.of("title", "detail", "error", "denied", "code", "message", "reason")
                        .anyMatch(field -> Fields.at(root, field).isPresent());
    }

    private static Optional<String> status(JsonNode error) {
        return Fields.at(error, "status").or(() -> Fields.at(error, "code")).filter(STATUSES::contains);
    }

    /// Errors stand alone, in lists, and in lists of lists with a place for each operation.
    private static void flatten(JsonNode node, List<JsonNode> errors) {
        if (node.isArray()) {
            node.forEach(element -> flatten(element, errors));
        } else if (Fields.says(node)) {
            errors.add(node);
        }
    }

    private static void codes(JsonNode error, List<String> codes) {
        Fields.at(error, "reason").filter(XError::isCode).ifPresent(codes::add);
        Fields.at(error, "type")
                .filter(type -> type.contains("/problems/"))
                .map(type -> type.substring(type.lastIndexOf('/') + 1))
                .ifPresent(codes::add);
        Fields.first(error, "code", "error_code").filter(XError::isCode).ifPresent(codes::add);
        Fields.at(error, "error").filter(XError::isCode).ifPresent(codes::add);
        Fields.at(error, "denied").map(token -> "denied").ifPresent(codes::add);
        Fields.scalar(error).filter(XError::isCode).ifPresent(codes::add);
    }

    private static Optional<String> message(JsonNode error) {
        return Fields.first(error, MESSAGES)
                .or(() -> Fields.at(error, "error"))
                .or(() -> Fields.scalar(error))
                .filter(text -> !isCode(text) || text.length() > 3 && error.isObject());
    }

    private static boolean isCode(String text) {
        return CODE.matcher(text).matches() && !NO_CODES.contains(text);
    }
}
