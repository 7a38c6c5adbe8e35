package io.adskull.diagnosis.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Clue;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TikTok answers in three ways: the Business API's numeric envelope, the same envelope for TikTok-account tokens,
/// and Login Kit's codes in words; beside them the plain text and pages of whatever stands in front. The envelope
/// counts, whatever the HTTP status.
public final class TikTokDialect implements Dialect {
    private static final Clue ADVERTISER = Clue.startingWith("(?i)advertiser\\D{0,12}(\\d{5,20})", "advertiser");
    private static final Clue PATH = Clue.startingWith("(/[a-z0-9_]+(?:/[a-z0-9_]+){1,5}/?)[:(]", "/");
    private static final Pattern CODE = Pattern.compile(
            "(?i)(?:\\b(?:code|error|errno|status|tiktok)\\W{0,6}|^\\W*(?=\\d{5}\\s*[:\\])-]))([4-7]\\d{4})\\b");
    private static final String[] CODES = {
        "code", "error.code", "error_code", "error", "status_code", "err_code", "data.error_code", "error.error"
    };
    /// The first version of Login Kit says no more than "error" in `message`, and the rest in its data.
    private static final String[] MESSAGES = {
        "data.description",
        "message",
        "error.message",
        "error_description",
        "msg",
        "error_message",
        "error_msg",
        "status_msg",
        "description",
        "detail",
        "error.error_description"
    };

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean tellsState = path.isEmpty() || path.contains("/advertiser/info");
        if (!tellsState && answer.transportError().isEmpty() && isPlainlyHealthy(answer.body())) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> envelope(answer, json, path, tellsState, circumstances);
            case Content.Empty _ when isRevoked(answer, path) -> new Reading.Healthy();
            case Content.Text text -> sentence(answer, text);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("tiktok", "/open_api/")) {
            return 100;
        }
        boolean numeric = sample.json().path("code").isIntegralNumber()
                && sample.json().path("message").isTextual()
                && sample.json().has("request_id");
        boolean loginKit =
                sample.json().path("error").has("log_id") || sample.json().has("log_id");
        if (numeric || loginKit || sample.hasHeader("x-tt-")) {
            return 80;
        }
        return sample.json().path("code").asText().matches("[4-6]\\d{4}") ? 60 : 0;
    }

    private static boolean isPlainlyHealthy(byte[] body) {
        return JsonScan.outermost(body, TikTokDialect::zero) == 1;
    }

    /// 1 for the code that means success, an alarm for another one.
    private static int zero(byte[] body, int from, int to, int value) {
        if (!JsonScan.is(body, from, to, "code")) {
            return 0;
        }
        boolean zero = value + 1 < body.length
                && body[value] == '0'
                && (body[value + 1] < '0' || body[value + 1] > '9')
                && body[value + 1] != '.';
        return zero ? 1 : JsonScan.ALARM;
    }

    /// TikTok says yes to a revocation with nothing.
    private static boolean isRevoked(Answer answer, String path) {
        return path.contains("oauth/revoke")
                && answer.httpStatus().filter(status -> status / 100 == 2).isPresent();
    }

    private static Reading envelope(
            Answer answer, Content.Json json, String path, boolean tellsState, Circumstances circumstances) {
        JsonNode root = json.root().isArray() ? json.root().path(0) : json.root();
        Optional<String> told = code(root);
        Optional<String> code = told.filter(text -> !isSentence(text));
        if (told.isEmpty() && json.whole() && isTokenAnswer(root)) {
            return new Reading.Healthy();
        }
        if (json.whole() && code.filter(TikTokDialect::isSuccess).isPresent()) {
            Optional<String> state = tellsState ? AccountState.in(root.path("data"), circumstances) : Optional.empty();
            return state.isEmpty()
                    ? new Reading.Healthy()
                    : identified(PlatformError.of(answer, "business"), root, answer)
                            .accountStatus(state)
                            .failed();
        }
        Optional<String> failed = code.filter(text -> !isSuccess(text));
        if (!json.whole() && failed.isEmpty()) {
            return Prose.read(answer, json);
        }
        Optional<String> message = message(root).or(() -> code.isPresent() ? Optional.empty() : told);
        PlatformError.Draft error = PlatformError.of(answer, surface(failed, path))
                .whole(json.whole())
                .code(failed)
                .message(message)
                .mentionedAccount(message.flatMap(ADVERTISER::in))
                .mentionedPath(message.flatMap(PATH::in));
        return identified(error, root, answer).failed();
    }

    /// A sentence that may quote an envelope or a number, as SDKs and proxies do.
    private static Reading sentence(Answer answer, Content.Text text) {
        Optional<JsonNode> quoted = text.quoted().filter(root -> code(root).isPresent());
        if (quoted.isPresent()) {
            PlatformError.Draft error = PlatformError.of(answer, "text")
                    .code(code(quoted.get()).filter(code -> !code.equals("0")))
                    .message(message(quoted.get()));
            return identified(error, quoted.get(), answer).failed();
        }
        boolean serverFault =
                answer.httpStatus().filter(status -> status >= 500).isPresent();
        return PlatformError.of(answer, serverFault ? "gateway" : "text")
                .foreign(serverFault)
                .code(found(CODE, text.text()))
                .message(Optional.of(text.text()))
                .logId(Optional.ofNullable(answer.headers().get("x-tt-logid")))
                .failed();
    }

    private static PlatformError.Draft identified(PlatformError.Draft error, JsonNode root, Answer answer) {
        return error.logId(Fields.first(root, "log_id", "error.log_id", "data.log_id", "error.logid"))
                .logId(Optional.ofNullable(answer.headers().get("x-tt-logid")))
                .requestId(Fields.first(root, "request_id", "error.request_id"));
    }

    /// What stands in the envelope, or in the first of its `errors`.
    private static Optional<String> code(JsonNode root) {
        return Fields.first(root, CODES).or(() -> Fields.at(root.path("errors").path(0), "code"));
    }

    private static Optional<String> message(JsonNode root) {
        return Fields.first(root, MESSAGES)
                .or(() -> Fields.at(root.path("errors").path(0), "message"));
    }

    /// Servers in front of TikTok put their words where a code is expected.
    private static boolean isSentence(String code) {
        return code.indexOf(' ') >= 0 || code.length() > 80;
    }

    /// 20001 means that a part of a batch worked; what did not is told in its data and breaks nothing for the
    /// account.
    private static boolean isSuccess(String code) {
        return code.equals("0") || code.equals("20001") || code.equalsIgnoreCase("ok");
    }

    private static boolean isTokenAnswer(JsonNode root) {
        return Fields.first(root, "access_token", "data.access_token").isPresent();
    }

    private static String surface(Optional<String> code, String path) {
        boolean words =
                code.filter(c -> c.chars().anyMatch(Character::isLetter)).isPresent();
        if (words
                || path.contains("open.tiktokapis.com")
                || path.contains("open-api.tiktok.com")
                || path.startsWith("/v2/")) {
            return "login-kit";
        }
        if (path.contains("/tt_user/") || path.contains("/business/")) {
            return "account";
        }
        return code.isPresent() ? "business" : "text";
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
