package io.adskull.diagnosis.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Address;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Printed;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// X answers in three ways: the Ads service's codes in capitals, the gateway's numbers of the old API, and the
/// problems of the new one; beside them the plain sentences of OAuth 1.0a. Its HTTP status says little: missing
/// things come with 403, full queues and bad credentials with 400.
public final class XDialect implements Dialect {
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\\b");
    private static final Pattern NUMBER = Pattern.compile("(?i)\\bcode['\"]?\\s{0,2}[:=]\\s{0,2}['\"]?(\\d{2,3})\\b");
    private static final Pattern STATUS = Pattern.compile(
            "(?i)^\\W{0,3}([45]\\d\\d)\\b|\\b(?:http|status)\\W?(?:status|code)?\\W{1,3}([45]\\d\\d)\\b");
    private static final Pattern MESSAGE =
            Pattern.compile("(?i)\\bmessage['\"]?\\s{0,2}[:=]\\s{0,2}u?['\"]([^'\"]{3,500})['\"]");
    private static final Pattern ACCOUNT =
            Pattern.compile("(?i)\\baccount ['\"]?([a-z0-9]{4,20})\\b(?=['\"]? was not)");

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, new Content.Empty());
        }
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean refused = answer.httpStatus().filter(status -> status >= 400).isPresent();
        boolean tellsState = path.isEmpty()
                ? JsonScan.contains(answer.body(), "\"approval_status\"")
                        || JsonScan.contains(answer.body(), "\"able_to_fund\"")
                : Address.isOf("accounts", path) || Address.isOf("funding_instruments", path);
        if (!refused && !tellsState && JsonScan.outermost(answer.body(), XDialect::errors) > 0) {
            return new Reading.Healthy();
        }
        return switch (Printed.content(answer)) {
            case Content.Json json -> envelope(answer, json, path, refused, circumstances);
            case Content.Text text -> sentence(answer, text.text(), text.quoted(), path);
            case Content.Markup markup -> sentence(answer, markup.text(), Optional.empty(), path);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("ads-api.x.com", "ads-api.twitter.com", "api.twitter.com", "api.x.com")) {
            return 100;
        }
        if (sample.hasHeader("x-account-rate-limit") || sample.hasHeader("x-cost-rate-limit")) {
            return 90;
        }
        if (sample.words().contains("twitter_ads") || sample.words().contains("Twitter API")) {
            return 80;
        }
        JsonNode root = sample.json();
        JsonNode first = root.path("errors").path(0);
        if (root.path("request").has("params") || root.path("operation_errors").isArray()) {
            return 85;
        }
        if (Fields.at(root, "type")
                .filter(type -> type.contains("twitter.com/2/problems"))
                .isPresent()) {
            return 90;
        }
        boolean numbered =
                first.path("code").isIntegralNumber() && first.path("message").isTextual() && first.size() <= 3;
        boolean capitals = CAPITALS.matcher(first.path("code").asText()).matches() && root.size() <= 2;
        return numbered && root.size() == 1 ? 70 : capitals && !first.has("details") ? 40 : 0;
    }

    /// An alarm for everything that names an error, 1 for what only an answer that worked has.
    private static int errors(byte[] body, int from, int to, int value) {
        boolean names = JsonScan.is(body, from, to, "errors")
                || JsonScan.is(body, from, to, "error")
                || JsonScan.is(body, from, to, "operation_errors")
                || JsonScan.is(body, from, to, "title")
                || JsonScan.is(body, from, to, "detail")
                || JsonScan.is(body, from, to, "denied");
        if (names) {
            return JsonScan.isNothing(body, value) ? 0 : JsonScan.ALARM;
        }
        return JsonScan.is(body, from, to, "data") ? 1 : 0;
    }

    private static Reading envelope(
            Answer answer, Content.Json json, String path, boolean refused, Circumstances circumstances) {
        XError error = XError.of(json.root());
        if (error.isNothing() && !json.whole()) {
            return Prose.read(answer, json);
        }
        boolean saysNothing = json.root().isObject()
                && json.root().isEmpty()
                && answer.httpStatus().isEmpty();
        if (error.isNothing() && (saysNothing || isForm(answer) && !isTicket(json.root()))) {
            return Prose.read(answer, new Content.Empty());
        }
        if (error.isNothing() && !refused) {
            JsonNode data = json.root().path("data");
            Optional<String> state = AccountState.in(data, circumstances).or(() -> AccountState.ofFunding(data));
            return state.isEmpty()
                    ? new Reading.Healthy()
                    : drafted(answer, "ads", error).accountStatus(state).failed();
        }
        return drafted(answer, surface(path, error), error)
                .whole(json.whole())
                .mentionedAccount(error.message()
                        .flatMap(text -> found(ACCOUNT, text))
                        .or(() -> Fields.at(json.root(), "request.params.account_id")))
                .failed();
    }

    private static boolean isForm(Answer answer) {
        String start = new String(answer.body(), 0, Math.min(answer.body().length, 64), StandardCharsets.UTF_8).strip();
        return !start.isEmpty() && "{[\uFEFF".indexOf(start.charAt(0)) < 0;
    }

    /// What the exchange of keys answers, as a form.
    private static boolean isTicket(JsonNode form) {
        return Fields.at(form, "oauth_token").isPresent()
                && Fields.at(form, "oauth_token_secret").isPresent();
    }

    /// A sentence of OAuth 1.0a, or an exception that quotes an envelope.
    private static Reading sentence(Answer answer, String words, Optional<JsonNode> quoted, String path) {
        Optional<XError> envelope = quoted.map(XError::of).filter(error -> !error.isNothing());
        if (envelope.isPresent()) {
            return drafted(answer, surface(path, envelope.get()), envelope.get())
                    .failed();
        }
        Optional<String> code = found(CAPITALS, words).or(() -> found(NUMBER, words));
        boolean serverFault =
                answer.httpStatus().filter(status -> status >= 500).isPresent() && code.isEmpty();
        XError error = new XError(
                code.stream().toList(), found(MESSAGE, words).or(() -> Optional.of(words)), found(STATUS, words));
        return drafted(answer, serverFault ? "gateway" : path.contains("/oauth") ? "oauth" : "text", error)
                .foreign(serverFault)
                .failed();
    }

    private static PlatformError.Draft drafted(Answer answer, String surface, XError error) {
        Answer known = answer.httpStatus().isPresent() || error.status().isEmpty() ? answer : error.with(answer);
        PlatformError.Draft draft = PlatformError.of(known, surface);
        error.codes().forEach(draft::code);
        return draft.message(error.message())
                .retryAfter(RateReset.in(answer.headers()))
                .logId(Optional.ofNullable(answer.headers().get("x-transaction-id")))
                .requestId(Optional.ofNullable(answer.headers().get("x-request-id")));
    }

    private static String surface(String path, XError error) {
        if (path.contains("/oauth") || error.isOauth()) {
            return "oauth";
        }
        boolean capitals =
                error.codes().stream().anyMatch(code -> CAPITALS.matcher(code).matches() || code.equals("INVALID"));
        return capitals || path.contains("ads-api") ? "ads" : "core";
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Optional.of(matcher.group(group));
            }
        }
        return Optional.of(matcher.group());
    }
}
