package io.adskull.diagnosis.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Amazon answers with `code` and `details`, with a bare `message`, with a list of errors for each thing that was
/// asked for, and at Login with Amazon in the words of OAuth 2. Headers count: a throttled call also says
/// `AccessDeniedException`. An empty list of profiles is a failure too, the commonest after a perfect consent.
public final class AmazonDialect implements Dialect {
    private static final Pattern PROFILES = Pattern.compile("/profiles/?(?:\\?.*)?$");
    private static final Pattern LOGIN = Pattern.compile("/auth/o2/|/ap/oa|lwa|login with amazon|/oauth");

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, new Content.Empty());
        }
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean refused = answer.httpStatus().filter(status -> status >= 400).isPresent();
        boolean deep = refused
                || mayHideErrors(answer)
                || tellsState(answer, path) && !ProfileState.arePlainlyInOrder(answer.body());
        if (!deep && JsonScan.outermost(answer.body(), AmazonDialect::errors) > 0) {
            return new Reading.Healthy();
        }
        return switch (Printed.content(answer)) {
            case Content.Json json -> envelope(answer, json, path, refused, circumstances);
            case Content.Text text -> sentence(answer, text, path);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("advertising-api", "api.amazon.", "amazon.com/ap/oa", "advertising.amazon")) {
            return 100;
        }
        if (sample.hasHeader("amazon-advertising-api")) {
            return 90;
        }
        JsonNode root = sample.json();
        if (root.path("code").isTextual() && root.has("requestId") && (root.has("details") || root.has("detail"))) {
            return 85;
        }
        boolean signIn = Fields.at(root, "error_description")
                .filter(text -> text.matches("The request has an invalid (grant )?parameter : \\w+"))
                .isPresent();
        boolean words = sample.words().contains("lwa-invalid-parameter")
                || sample.words().contains("advertising-api");
        if (signIn || words || root.has("error_index")) {
            return 85;
        }
        if (root.path("accountInfo").has("validPaymentMethod")) {
            return 85;
        }
        boolean amazonHeader = sample.hasHeader("x-amz-rid") || sample.hasHeader("x-amzn-");
        boolean bare = root.path("code").isTextual()
                && (root.path("details").isTextual() || root.path("detail").isTextual())
                && root.size() == 2;
        return amazonHeader ? 60 : bare ? 40 : 0;
    }

    /// Several operations in one answer, each with an outcome of its own.
    private static boolean mayHideErrors(Answer answer) {
        return answer.httpStatus()
                .map(status -> status == 207)
                .orElseGet(() -> JsonScan.contains(answer.body(), "\"error"));
    }

    private static boolean tellsState(Answer answer, String path) {
        return path.isEmpty()
                ? JsonScan.contains(answer.body(), "\"validPaymentMethod\"")
                        || JsonScan.contains(answer.body(), "\"adsAccounts\"")
                : path.contains("/profiles") || path.contains("/adsaccounts");
    }

    /// An alarm for everything that names an error.
    private static int errors(byte[] body, int from, int to, int value) {
        boolean names =
                switch (to - from) {
                    case 4 -> JsonScan.startsWith(body, from, "code");
                    case 5 -> JsonScan.startsWith(body, from, "error");
                    case 6 ->
                        JsonScan.startsWith(body, from, "errors")
                                || JsonScan.startsWith(body, from, "detail")
                                || JsonScan.startsWith(body, from, "__type")
                                || JsonScan.startsWith(body, from, "status")
                                        && JsonScan.startsWith(body, value, "\"FAIL");
                    case 7 ->
                        JsonScan.startsWith(body, from, "message")
                                || JsonScan.startsWith(body, from, "details")
                                || JsonScan.startsWith(body, from, "Message");
                    case 9 ->
                        JsonScan.startsWith(body, from, "errorCode") || JsonScan.startsWith(body, from, "errorType");
                    case 13 -> JsonScan.startsWith(body, from, "failureReason");
                    default -> false;
                };
        return !names ? 1 : JsonScan.isNothing(body, value) ? 0 : JsonScan.ALARM;
    }

    private static Reading envelope(
            Answer answer, Content.Json json, String path, boolean refused, Circumstances circumstances) {
        AmazonError error = AmazonError.of(json.root());
        if (error.isNothing() && !json.whole()) {
            return Prose.read(answer, json);
        }
        boolean saysNothing = json.root().isObject()
                && json.root().isEmpty()
                && answer.httpStatus().isEmpty();
        if (error.isNothing() && (saysNothing || isForm(answer))) {
            return Prose.read(answer, new Content.Empty());
        }
        if (error.isNothing() && !refused) {
            return healthy(answer, json.root(), path, circumstances);
        }
        return drafted(answer, error.isOauth() || LOGIN.matcher(path).find() ? "oauth" : "ads", error)
                .whole(json.whole())
                .failed();
    }

    /// Parameters of an address: no call that worked is answered with them.
    private static boolean isForm(Answer answer) {
        String start = new String(answer.body(), 0, Math.min(answer.body().length, 64), StandardCharsets.UTF_8).strip();
        return !start.isEmpty() && "{[\uFEFF".indexOf(start.charAt(0)) < 0;
    }

    private static Reading healthy(Answer answer, JsonNode root, String path, Circumstances circumstances) {
        if (root.isArray() && root.isEmpty() && PROFILES.matcher(path).find()) {
            return drafted(answer, "no-profiles", AmazonError.NONE).failed();
        }
        Optional<String> state = ProfileState.in(root, circumstances);
        return state.isEmpty()
                ? new Reading.Healthy()
                : drafted(answer, "ads", AmazonError.NONE).accountStatus(state).failed();
    }

    /// A page of the consent screen as text, or an exception that quotes an envelope.
    private static Reading sentence(Answer answer, Content.Text text, String path) {
        Optional<AmazonError> quoted = text.quoted()
                .or(() -> Printed.in(text.text()))
                .map(AmazonError::of)
                .filter(error -> !error.isNothing());
        if (quoted.isPresent()) {
            AmazonError error = quoted.get().or(AmazonError.said(text.text()).status());
            return drafted(answer, error.isOauth() || LOGIN.matcher(path).find() ? "oauth" : "ads", error)
                    .failed();
        }
        boolean serverFault =
                answer.httpStatus().filter(status -> status >= 500).isPresent();
        boolean login = LOGIN.matcher(path).find() || text.text().contains("lwa-");
        return drafted(answer, serverFault ? "gateway" : login ? "oauth" : "text", AmazonError.said(text.text()))
                .foreign(serverFault)
                .failed();
    }

    private static PlatformError.Draft drafted(Answer answer, String surface, AmazonError error) {
        Answer known = answer.httpStatus().isPresent() || error.status().isEmpty() ? answer : error.with(answer);
        Map<String, String> headers = answer.headers();
        PlatformError.Draft draft = PlatformError.of(known, surface);
        boolean throttled = known.httpStatus().filter(status -> status == 429).isPresent()
                || headers.getOrDefault("amazon-advertising-api-throttled", "").equalsIgnoreCase("true");
        if (throttled) {
            draft.code("429");
        }
        error.codes().forEach(draft::code);
        AmazonError.type(headers.get("x-amzn-errortype")).forEach(draft::code);
        return draft.message(error.message())
                .requestId(error.requestId())
                .requestId(Optional.ofNullable(headers.get("x-amzn-requestid")))
                .requestId(Optional.ofNullable(headers.get("x-amz-request-id")))
                .requestId(Optional.ofNullable(headers.get("x-amz-rid")))
                .logId(Optional.ofNullable(headers.get("x-amz-rid")));
    }
}
