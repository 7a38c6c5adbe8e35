package io.adskull.diagnosis.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.dialect.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an answer of Amazon says went wrong, whichever of its envelopes says it.
///
/// @param codes each as it was written, then in capitals with underscores, which is how the catalogue writes them
/// @param status that the body names, for answers whose HTTP status was not recorded
record AmazonError(List<String> codes, Optional<String> message, Optional<String> status, Optional<String> requestId) {
    static final AmazonError NONE = new AmazonError(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Set<String> SUCCESS = Set.of("SUCCESS", "OK", "200", "201", "202", "207", "CREATED");
    private static final Pattern STATUS = Pattern.compile(
            "(?i)^(?:HTTP )?([45]\\d\\d)\\b|\\(([45]\\d\\d), |status(?: code|code)?\\W{1,4}([45]\\d\\d)\\b");
    private static final Pattern OAUTH = Pattern.compile(
            "invalid_(grant|client|scope|token|request)|unauthorized_client|access_denied|unsupported_\\w+|server_error");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final String EXCEPTION = "_EXCEPTION";
    private static final int DEEPEST = 8;
    private static final String[] CODES = {"code", "errorCode", "error_code", "errorType", "__type", "Code", "reason"};
    private static final String[] BRIEF = {
        "message",
        "Message",
        "description",
        "errorMessage",
        "error_description",
        "failureReason",
        "statusDetails",
        "msg"
    };
    private static final String[] DETAILS = {"details", "detail", "errorDetails"};

    AmazonError {
        codes = List.copyOf(codes);
    }

    boolean isNothing() {
        return codes.isEmpty() && message.isEmpty() && status.isEmpty();
    }

    /// The same with this status, where it names none.
    AmazonError or(Optional<String> known) {
        return new AmazonError(codes, message, status.or(() -> known), requestId);
    }

    /// Whether it is Login with Amazon that speaks.
    boolean isOauth() {
        return codes.stream().anyMatch(code -> OAUTH.matcher(code).matches());
    }

    /// The same answer with the HTTP status that the body tells.
    Answer with(Answer answer) {
        return status.map(told -> answer.withStatus(Integer.parseInt(told))).orElse(answer);
    }

    /// A sentence, such as a page of the consent screen without its marks.
    static AmazonError said(String words) {
        return new AmazonError(List.of(), Optional.of(words), status(words), Optional.empty());
    }

    private static Optional<String> status(String words) {
        Matcher status = STATUS.matcher(words);
        return status.find()
                ? Stream.of(1, 2, 3)
                        .flatMap(group -> Stream.ofNullable(status.group(group)))
                        .findFirst()
                : Optional.empty();
    }

    static AmazonError of(JsonNode root) {
        List<JsonNode> errors = new ArrayList<>();
        collect(root, errors, 0);
        if (errors.isEmpty()) {
            return NONE;
        }
        List<String> told =
                errors.stream().flatMap(error -> codes(error).stream()).toList();
        return new AmazonError(
                told.stream()
                        .filter(code -> code.indexOf(' ') < 0)
                        .flatMap(AmazonError::written)
                        .toList(),
                errors.stream()
                        .flatMap(error -> message(error).stream())
                        .findFirst()
                        .or(() -> told.stream()
                                .filter(code -> code.indexOf(' ') >= 0)
                                .findFirst()),
                told.stream().flatMap(code -> status(code).stream()).findFirst(),
                Fields.first(root, "requestId", "request_id", "requestID"));
    }

    /// The exception that the header `x-amzn-ErrorType` names, without the address behind it.
    static List<String> type(@Nullable String header) {
        return Optional.ofNullable(header).map(value -> value.split("[:;, ]", 2)[0]).stream()
                .filter(name -> !name.isBlank())
                .flatMap(AmazonError::written)
                .toList();
    }

    private static void collect(JsonNode node, List<JsonNode> errors, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, errors, depth + 1));
            return;
        }
        if (!node.isObject()) {
            return;
        }
        int before = errors.size();
        for (String field : List.of("errors", "error", "Error", "errorValue", "errorDetails")) {
            JsonNode inner = node.path(field);
            if (inner.isContainerNode()) {
                collect(inner, errors, depth + 1);
            }
        }
        if (errors.size() > before || isError(node)) {
            if (isError(node)) {
                errors.add(node);
            }
            return;
        }
        node.properties().stream()
                .filter(field ->
                        depth == 0 ? mayHold(field.getValue()) : field.getKey().endsWith("Error"))
                .forEach(field -> collect(field.getValue(), errors, depth + 1));
    }

    /// The outcomes of several operations stand under the name of what was asked for.
    private static boolean mayHold(JsonNode outcomes) {
        return outcomes.isObject() && (outcomes.has("error") || outcomes.has("errors"));
    }

    private static boolean isError(JsonNode node) {
        Optional<String> code = Fields.first(node, CODES);
        if (code.isPresent()) {
            return !SUCCESS.contains(code.get().toUpperCase(Locale.ROOT));
        }
        boolean failed = Fields.at(node, "status")
                .filter(status -> status.startsWith("FAIL"))
                .isPresent();
        return failed
                || Fields.at(node, "error").isPresent()
                || Fields.at(node, "errors").isPresent()
                || Fields.at(node, "message").isPresent()
                || Fields.at(node, "Message").isPresent()
                || Fields.at(node, "details").isPresent()
                || Fields.at(node, "detail").isPresent()
                || Fields.at(node, "failureReason").isPresent();
    }

    /// What says most first: the reason of a billing error before its kind.
    private static List<String> codes(JsonNode error) {
        return Stream.of(
                        Fields.at(error, "reason"),
                        Fields.first(error, "code", "errorCode", "error_code", "Code"),
                        Fields.at(error, "errorType"),
                        Fields.at(error, "__type").map(type -> type.substring(type.lastIndexOf('#') + 1)),
                        Fields.at(error, "error"),
                        Fields.at(error, "errors"),
                        Fields.at(error, "status")
                                .filter(status -> status.startsWith("FAIL"))
                                .map(s -> "REPORT_" + s))
                .flatMap(Optional::stream)
                .filter(code -> code.length() <= 80)
                .toList();
    }

    /// What it says in short and at length; a code that is a sentence is none.
    private static Optional<String> message(JsonNode error) {
        Optional<String> brief = Fields.first(error, BRIEF).or(() -> element(error, "messages"));
        Optional<String> details = Fields.first(error, DETAILS).or(() -> element(error, "details"));
        if (brief.isPresent() && details.isPresent() && !brief.equals(details)) {
            return brief.map(text -> text + " " + details.get());
        }
        return brief.or(() -> details)
                .or(() -> element(error, "errors"))
                .or(() -> Fields.first(error, "error", "errors").filter(text -> text.indexOf(' ') >= 0));
    }

    private static Optional<String> element(JsonNode error, String list) {
        return Fields.scalar(error.path(list).path(0));
    }

    /// As it is, and as the catalogue writes it: `AccessDeniedException` as `ACCESS_DENIED`.
    private static Stream<String> written(String code) {
        String capitals = HUMP.matcher(code).replaceAll("_").replace('-', '_').toUpperCase(Locale.ROOT);
        String name =
                capitals.endsWith(EXCEPTION) ? capitals.substring(0, capitals.length() - EXCEPTION.length()) : capitals;
        return OAUTH.matcher(code).matches() ? Stream.of(code) : Stream.of(code, name);
    }
}
