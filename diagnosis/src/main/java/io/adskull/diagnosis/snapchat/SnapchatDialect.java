package io.adskull.diagnosis.snapchat;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Address;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import io.adskull.diagnosis.dialect.NamedStatus;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Snapchat answers with `request_status` and, for each thing that was asked for, `sub_request_status`; either may
/// say ERROR under HTTP 200. Its conversions service says `status` and `reason`, its servers in front plain text.
public final class SnapchatDialect implements Dialect {
    private static final Pattern CODE = Pattern.compile("\\b(E\\d{4})\\b");
    private static final String[] CODES = {
        "error_code", "error.error_code", "error.code", "code", "error_type", "error.error_type"
    };
    private static final String[] MESSAGES = {
        "debug_message",
        "sub_request_error_reason",
        "display_message",
        "error.message",
        "error_message",
        "message",
        "error_description",
        "error.debug_message",
        "reason",
        "error.reason",
        "detail",
        "description"
    };

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean tellsState = path.isEmpty() || Address.isOf("adaccounts", path) || path.contains("with_ad_accounts");
        boolean mayBeHealthy = answer.transportError().isEmpty()
                && answer.httpStatus().filter(status -> status >= 300).isEmpty();
        if (mayBeHealthy && isPlainlyHealthy(answer.body(), tellsState)) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> object(answer, json, path, mayBeHealthy, tellsState, circumstances);
            case Content.Text text -> sentence(answer, text);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("snapchat.com", "snap.com", "snapkit")) {
            return 100;
        }
        JsonNode json = sample.json();
        if (json.has("request_status") || json.has("sub_request_status")) {
            return 90;
        }
        boolean letters = json.path("error_code").asText().matches("E\\d{4}");
        return letters || json.has("debug_message") && json.has("display_message") ? 80 : 0;
    }

    private static boolean isPlainlyHealthy(byte[] body, boolean tellsState) {
        return JsonScan.outermost(body, SnapchatDialect::mark) != JsonScan.NOT_PLAIN
                && SubRequest.allSucceeded(body)
                && !(tellsState && AccountState.mayBeToldIn(body));
    }

    private static int mark(byte[] body, int from, int to, int value) {
        boolean status = JsonScan.is(body, from, to, "request_status") || JsonScan.is(body, from, to, "status");
        if (status) {
            return isSuccess(body, value) ? 1 : JsonScan.ALARM;
        }
        boolean telling = JsonScan.is(body, from, to, "error")
                || JsonScan.is(body, from, to, "errors")
                || JsonScan.is(body, from, to, "error_code")
                || JsonScan.is(body, from, to, "error_message")
                || JsonScan.is(body, from, to, "errorRecords")
                || JsonScan.is(body, from, to, "error_records")
                || JsonScan.is(body, from, to, "debug_message")
                || JsonScan.is(body, from, to, "reason")
                || JsonScan.is(body, from, to, "message");
        return telling && !JsonScan.isNothing(body, value) ? JsonScan.ALARM : 0;
    }

    private static boolean isSuccess(byte[] body, int value) {
        return JsonScan.startsWith(body, value, "\"SUCCESS\"")
                || JsonScan.startsWith(body, value, "\"success\"")
                || JsonScan.startsWith(body, value, "\"OK\"");
    }

    private static Reading object(
            Answer answer,
            Content.Json json,
            String path,
            boolean mayBeHealthy,
            boolean tellsState,
            Circumstances circumstances) {
        JsonNode root = json.root().isArray() ? json.root().path(0) : json.root();
        Optional<JsonNode> part = SubRequest.failed(root);
        if (part.isPresent()) {
            return error(answer, part.get(), "item")
                    .requestId(Fields.at(root, "request_id"))
                    .whole(json.whole())
                    .failed();
        }
        if (isError(root) || !mayBeHealthy && says(root)) {
            return error(answer, root, surface(root, path)).whole(json.whole()).failed();
        }
        if (!json.whole() || !mayBeHealthy) {
            return json.whole() ? error(answer, root, "api").failed() : Prose.read(answer, json);
        }
        Optional<String> state = tellsState ? AccountState.in(root, circumstances) : Optional.empty();
        return state.isEmpty()
                ? new Reading.Healthy()
                : PlatformError.of(answer, "api")
                        .accountStatus(state)
                        .requestId(Fields.at(root, "request_id"))
                        .failed();
    }

    private static boolean isError(JsonNode root) {
        String status =
                Fields.first(root, "request_status", "status").orElse("").toUpperCase(Locale.ROOT);
        boolean refused = status.startsWith("ERROR") || status.startsWith("FAIL") || status.startsWith("INVALID");
        boolean onlyWords = root.path("message").isTextual() && !root.has("request_status");
        return refused
                || onlyWords
                || Fields.says(root.path("error"))
                        && !root.path("error").asText().equals("false")
                || Fields.says(root.path("errors"))
                || Fields.says(root.path("errorRecords"))
                || Fields.says(root.path("error_records"))
                || Fields.at(root, "error_code").isPresent()
                || Fields.at(root, "error_message").isPresent();
    }

    private static boolean says(JsonNode root) {
        return Fields.first(root, CODES).or(() -> Fields.first(root, MESSAGES)).isPresent();
    }

    private static PlatformError.Draft error(Answer answer, JsonNode told, String surface) {
        JsonNode first = first(told, "errors", "errorRecords", "error_records", "error_details");
        Optional<String> error = Fields.scalar(told.path("error"));
        Optional<String> message = Fields.first(told, MESSAGES)
                .or(() -> Fields.first(first, "message", "reason", "error_message", "debug_message"))
                .or(() -> Fields.scalar(first))
                .or(() -> error.filter(text -> text.indexOf(' ') >= 0));
        return PlatformError.of(answer, surface)
                .code(Fields.first(told, "error_code").or(() -> Fields.first(first, "error_code", "code")))
                .code(message.flatMap(SnapchatDialect::named))
                .code(error.filter(text -> text.indexOf(' ') < 0))
                .code(Fields.first(told, CODES))
                .message(message)
                .requestId(Fields.at(told, "request_id"));
    }

    private static JsonNode first(JsonNode told, String... lists) {
        for (String list : lists) {
            if (told.path(list).size() > 0) {
                return told.path(list).path(0);
            }
        }
        return told.path("nothing");
    }

    private static Reading sentence(Answer answer, Content.Text text) {
        Answer known = NamedStatus.in(text.text(), answer);
        Optional<JsonNode> quoted = text.quoted().filter(SnapchatDialect::isError);
        if (quoted.isPresent()) {
            return error(known, quoted.get(), "api").failed();
        }
        boolean serverFault = known.httpStatus().filter(status -> status >= 500).isPresent();
        return PlatformError.of(known, serverFault ? "gateway" : "text")
                .foreign(serverFault)
                .code(named(text.text()))
                .message(Optional.of(text.text()))
                .failed();
    }

    private static String surface(JsonNode root, String path) {
        boolean word = Fields.scalar(root.path("error"))
                .filter(e -> e.indexOf(' ') < 0)
                .isPresent();
        return path.contains("oauth2") || word && !root.has("request_status") ? "oauth" : "api";
    }

    private static Optional<String> named(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
