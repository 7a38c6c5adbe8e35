package io.adskull.diagnosis.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.dialect.Clue;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.PlatformError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an error of Meta says, in whichever of its spellings.
///
/// @param code the number, or a word of OAuth 2
/// @param reason a second, more telling code
/// @param words those for developers and those for people as one
/// @param passing Meta's own guess that it heals by itself, which is right only sometimes
record Complaint(
        String surface,
        Optional<String> code,
        Optional<String> reason,
        Optional<String> words,
        boolean passing,
        Optional<String> traceId) {
    private static final Clue NUMBERED = Clue.startingWith("\\(#(-?\\d{1,8})\\)", "(#");
    private static final Clue ACCOUNT = Clue.startingWith(
            "(?i)\\b(?:act_|ad[ -]?account(?: id)?\\W{1,4})(\\d{5,20})",
            "act_",
            "ad account",
            "ad-account",
            "adaccount");
    private static final Clue SCOPE = Clue.of(
            "(?i)\\b(ads_management|ads_read|business_management"
                    + "|catalog_management|leads_retrieval|read_insights|manage_pages|pages_[a-z_]{3,40}|instagram_[a-z_]{3,40}"
                    + "|whatsapp_business_[a-z_]{3,40}|page_events|attribution_read)\\b",
            "_");
    private static final Pattern WORD = Pattern.compile("[a-z_]{3,40}");
    private static final Pattern CHALLENGE =
            Pattern.compile("OAuth \"Facebook Platform\" \"(\\w{1,40})\" \"((?:[^\"\\\\]|\\\\.){0,800})\"");

    /// Words that say nothing where Meta tells people more beside them.
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(?i)\\W*(?:\\(#\\d+\\))?\\W*(invalid parameter|an? (unknown|unexpected) error (has )?occurred\\.?.{0,60}|permissions? error"
                    + "|fatal|application does not have permission for this action|(an )?error occurred"
                    + "|there was an error( with this request)?)\\W*");

    static Optional<Complaint> in(JsonNode root) {
        JsonNode error = root.path("error");
        if (error.isObject()) {
            return Optional.of(of(innermost(error), "api"));
        }
        if (Fields.says(root.path("data").path("error"))) {
            return Optional.of(of(root.path("data").path("error"), "api"));
        }
        boolean flat = Fields.first(
                        root,
                        "errorCode",
                        "error_code",
                        "error_msg",
                        "errorMessage",
                        "error_message",
                        "error_subcode",
                        "error_user_msg",
                        "error")
                .filter(text -> !text.equals("0") && !text.equals("false"))
                .isPresent();
        boolean bare = root.has("fbtrace_id") || root.path("type").asText().endsWith("Exception");
        if (flat || bare) {
            return Optional.of(of(root, root.path("error").isTextual() ? "oauth" : "api"));
        }
        if (isFalse(root.path("data").path("is_valid")) || isFalse(root.path("is_valid"))) {
            return Optional.of(new Complaint(
                    "api", Optional.of("is_valid:false"), Optional.empty(), Optional.empty(), false, Optional.empty()));
        }
        return Fields.at(root, "async_status")
                .filter(status -> status.matches("Job (Failed|Skipped)"))
                .or(() -> isFalse(root.path("success")) ? Optional.of("success:false") : Optional.empty())
                .map(status -> new Complaint(
                        "api", Optional.of(status), Optional.empty(), Optional.empty(), false, Optional.empty()));
    }

    /// Programs wrap Meta's error into one of their own.
    private static JsonNode innermost(JsonNode error) {
        for (JsonNode inner :
                new JsonNode[] {error.path("error"), error.path("details").path("error"), error.path("details")}) {
            if (inner.has("code") || inner.has("message")) {
                return inner;
            }
        }
        return error;
    }

    boolean isSilent() {
        return code.isEmpty() && reason.isEmpty() && words.isEmpty();
    }

    /// A refusal that says nothing in Meta's own way.
    static Complaint unspoken(Optional<String> words) {
        return new Complaint("api", Optional.empty(), Optional.empty(), words, false, Optional.empty());
    }

    private static Complaint of(JsonNode error, String surface) {
        Optional<String> number = Fields.first(error, "code", "errorCode", "error_code");
        Optional<String> word =
                Fields.at(error, "error").filter(text -> WORD.matcher(text).matches());
        boolean consent = word.isPresent() && number.filter("200"::equals).isPresent();
        Optional<String> sentence = Fields.first(
                        error, "message", "errorMessage", "error_msg", "error_message", "error_description")
                .or(() -> Fields.at(error, "error").filter(text -> word.isEmpty()));
        Optional<String> title = Fields.first(error, "error_user_title", "errorUserTitle");
        Optional<String> told = Fields.first(error, "error_user_msg", "errorUserMessage", "error_user_message");
        return new Complaint(
                surface,
                consent ? word : number.or(() -> word),
                Fields.first(error, "error_subcode", "subcode", "subErrorCode", "errorSubcode", "error_reason")
                        .filter(reason -> !reason.equals("0")),
                joined(sentence, joined(title, told)),
                error.path("is_transient").asBoolean(false),
                Fields.first(error, "fbtrace_id", "fbtraceId", "fb_trace_id"));
    }

    /// The error as rules see it, with what the headers add where the body says less.
    PlatformError.Draft draft(Answer answer) {
        Matcher challenge = CHALLENGE.matcher(answer.headers().getOrDefault("www-authenticate", ""));
        boolean challenged = challenge.find();
        Optional<String> message =
                words.or(() -> challenged ? Optional.of(challenge.group(2).replace("\\\"", "\"")) : Optional.empty());
        Optional<String> number = code.or(() -> message.flatMap(text -> NUMBERED.in(text)));
        PlatformError.Draft error = PlatformError.of(answer, surface)
                .message(message)
                .mentionedAccount(message.flatMap(text -> ACCOUNT.in(text))
                        .or(() -> answer.endpoint().flatMap(path -> ACCOUNT.in(path))))
                .mentionedScope(message.flatMap(text -> SCOPE.in(text)).map(s -> s.toLowerCase(Locale.ROOT)))
                .logId(traceId)
                .logId(Optional.ofNullable(answer.headers().get("x-fb-trace-id")))
                .requestId(Optional.ofNullable(answer.headers().get("x-fb-request-id")));
        number.ifPresent(n -> reason.ifPresent(r -> error.code(n + "/" + r)));
        error.code(reason.filter(Complaint::isGlobal)).code(number);
        if (number.isEmpty() && challenged) {
            error.code(challenge.group(1));
        }
        if (passing) {
            error.code("is_transient");
        }
        return error.retryAfter(number.filter(UsageHeaders::isLimit)
                .or(() -> reason.filter(UsageHeaders::isLimit))
                .flatMap(limit -> UsageHeaders.wait(answer.headers())));
    }

    /// Small subcodes mean something only beside their code; the others are numbers that Meta uses as codes too.
    private static boolean isGlobal(String reason) {
        return reason.length() >= 4;
    }

    private static Optional<String> joined(Optional<String> first, Optional<String> second) {
        Optional<String> says = first.filter(
                text -> second.isEmpty() || !EMPTY_WORDS.matcher(text).matches() && !text.equals(second.get()));
        return says.isPresent() && second.isPresent()
                ? Optional.of(says.get() + (isEnded(says.get()) ? " " : ": ") + second.get())
                : says.or(() -> second);
    }

    private static boolean isEnded(String sentence) {
        return !sentence.isEmpty() && ".!?:".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }
}
