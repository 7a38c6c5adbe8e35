package io.adskull.diagnosis.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
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
import java.util.regex.Pattern;

/// Meta's Graph API answers with one envelope, `error`, whose numbers count and whose type says nothing: rate limits
/// and outages are called OAuthException as well. Batches hold whole answers; SDKs print the envelope as a sentence.
public final class MetaDialect implements Dialect {
    /// How Meta begins a message of its own: with the code.
    private static final Pattern NUMBERED = Pattern.compile("\\(#\\d{1,7}\\)");

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        if (!tellsState(answer) && isUnrefused(answer) && isPlainlyHealthy(answer.body())) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json when json.root().isArray() -> batch(answer, json, circumstances);
            case Content.Json json -> envelope(answer, json, circumstances);
            case Content.Text text -> sentence(answer, text);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("facebook.com", "graph.instagram.com", "graph.threads.net")) {
            return 100;
        }
        JsonNode error = sample.json().path("error");
        boolean named = error.path("type").asText().matches("OAuthException|GraphMethodException|IGApiException");
        if (error.has("fbtrace_id") || named || sample.hasHeader("x-fb-") || sample.hasHeader("x-business-use-case")) {
            return 90;
        }
        if (error.has("error_subcode") || error.has("error_user_msg") || sample.hasHeader("x-ad-account-usage")) {
            return 80;
        }
        if (NUMBERED.matcher(error.path("message").asText()).lookingAt()) {
            return 80;
        }
        int code = error.path("code").asInt();
        boolean bare = error.path("message").isTextual() && error.size() == 2 && code > 0;
        if (bare && (code < 400 || code > 599)) {
            return 40;
        }
        String words = sample.words();
        return words.contains("fbtrace") || words.contains("OAuthException") || words.contains("FacebookApiException")
                ? 80
                : words.matches("(?s).{0,200}\\(#\\d{1,7}\\).*") ? 60 : 0;
    }

    /// Whether the answer may be healthy and tell all the same that the account or the token is not.
    private static boolean tellsState(Answer answer) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        int account = path.indexOf("act_");
        return path.isEmpty()
                || account >= 0 && path.indexOf('/', account) < 0
                || path.endsWith("/") && account >= 0 && path.indexOf('/', account) == path.length() - 1
                || path.contains("accounts")
                || path.contains("account_status")
                || path.contains("debug_token");
    }

    private static boolean isUnrefused(Answer answer) {
        return answer.transportError().isEmpty()
                && answer.httpStatus().filter(status -> status / 100 != 2).isEmpty();
    }

    private static boolean isPlainlyHealthy(byte[] body) {
        return JsonScan.outermost(body, MetaDialect::suspicion) >= 0;
    }

    private static int suspicion(byte[] body, int from, int to, int value) {
        boolean error = JsonScan.startsWith(body, from, "error") && !JsonScan.startsWith(body, value, "null");
        boolean nested = JsonScan.is(body, from, to, "data") && value < body.length && body[value] == '{';
        boolean undone = JsonScan.is(body, from, to, "success") && !JsonScan.startsWith(body, value, "true");
        boolean state = JsonScan.is(body, from, to, "account_status")
                || JsonScan.is(body, from, to, "disable_reason")
                || JsonScan.is(body, from, to, "is_valid")
                || JsonScan.is(body, from, to, "async_status")
                || JsonScan.is(body, from, to, "fbtrace_id")
                || JsonScan.is(body, from, to, "code");
        return error || nested || undone || state ? JsonScan.ALARM : 0;
    }

    /// The first answer in it that failed; what is null was done and left out, or not reached.
    private static Reading batch(Answer answer, Content.Json json, Circumstances circumstances) {
        for (JsonNode one : json.root()) {
            Reading reading = one.path("body").isTextual()
                    ? new MetaDialect().read(BatchPart.of(answer, one), circumstances)
                    : envelope(answer, new Content.Json(one, true), circumstances);
            if (one.isObject() && reading instanceof Reading.Failed) {
                return reading;
            }
        }
        return json.whole() && isUnrefused(answer) ? new Reading.Healthy() : Prose.read(answer, json);
    }

    private static Reading envelope(Answer answer, Content.Json json, Circumstances circumstances) {
        JsonNode root = json.root();
        Optional<Complaint> complaint = Complaint.in(root);
        if (!json.whole() && complaint.filter(Complaint::isSilent).isPresent()) {
            complaint = SdkText.cut(answer.body()).or(() -> Complaint.in(root));
        }
        if (complaint.isPresent()) {
            return complaint.get().draft(answer).whole(json.whole()).failed();
        }
        Optional<String> state = AccountState.in(root, circumstances);
        if (state.isPresent() && isUnrefused(answer)) {
            return PlatformError.of(answer, "api")
                    .whole(json.whole())
                    .accountStatus(state)
                    .logId(Optional.ofNullable(answer.headers().get("x-fb-trace-id")))
                    .failed();
        }
        if (!json.whole()) {
            return Prose.read(answer, json);
        }
        return isUnrefused(answer)
                ? new Reading.Healthy()
                : Complaint.unspoken(Fields.first(root, "message", "msg"))
                        .draft(answer)
                        .failed();
    }

    /// A sentence, log line or exception that may quote an envelope or spell out its numbers.
    private static Reading sentence(Answer answer, Content.Text text) {
        return SdkText.complaint(text)
                .map(complaint -> complaint.draft(answer).failed())
                .orElseGet(() -> Prose.read(answer, text));
    }
}
