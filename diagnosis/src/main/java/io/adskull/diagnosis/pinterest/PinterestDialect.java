package io.adskull.diagnosis.pinterest;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.JsonScan;
import io.adskull.diagnosis.dialect.NamedStatus;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Pinterest answers with `{code, message}`, to which older parts add more. Bulk calls answer HTTP 200 and put
/// `exceptions` beside what failed, and the conversions call a `status` at each event.
public final class PinterestDialect implements Dialect {
    private static final Pattern SCOPE = Pattern.compile(
            "(?i)\\b(?:ads|boards|pins|user_accounts|catalogs|billing|biz_access|product_groups?)(?:_secret)?"
                    + ":(?:read|write)(?:_secret)?\\b");
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        boolean mayBeHealthy = answer.transportError().isEmpty()
                && answer.httpStatus().filter(status -> status >= 300).isEmpty();
        if (mayBeHealthy && isPlainlyHealthy(answer.body())) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> object(answer, json, mayBeHealthy);
            case Content.Text text -> sentence(answer, text);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("pinterest.com")) {
            return 100;
        }
        if (sample.hasHeader("x-pinterest-") || sample.hasHeader("pinterest-")) {
            return 90;
        }
        JsonNode json = sample.json();
        boolean older = json.has("endpoint_name") || json.has("api_error_code") || json.has("resource_response");
        if (older && !envelope(json).isMissingNode()) {
            return 80;
        }
        boolean bare = json.path("code").asInt(-1) >= 0 && json.path("message").isTextual() && json.size() == 2;
        return bare ? 30 : 0;
    }

    /// Exceptions stand deeper than the outermost keys; the search starts at a letter that is rare in answers.
    private static boolean isPlainlyHealthy(byte[] body) {
        return JsonScan.outermost(body, PinterestDialect::mark) != JsonScan.NOT_PLAIN
                && !JsonScan.contains(body, "xceptions\"");
    }

    /// An alarm for whatever may announce a failure, or for an answer of the conversions call.
    private static int mark(byte[] body, int from, int to, int value) {
        boolean telling = JsonScan.is(body, from, to, "code")
                || JsonScan.is(body, from, to, "message")
                || JsonScan.is(body, from, to, "error")
                || JsonScan.is(body, from, to, "errors")
                || JsonScan.is(body, from, to, "events")
                || JsonScan.is(body, from, to, "resource_response")
                || JsonScan.is(body, from, to, "status") && JsonScan.startsWith(body, value, "\"fail");
        return telling && !JsonScan.isNothing(body, value) ? JsonScan.ALARM : 0;
    }

    private static Reading object(Answer answer, Content.Json json, boolean mayBeHealthy) {
        JsonNode root = json.root();
        JsonNode found = envelope(root);
        if (found.isMissingNode()) {
            Optional<JsonNode> part = FailedPart.of(root);
            if (part.isPresent()) {
                return error(answer, part.get(), "item").whole(json.whole()).failed();
            }
            if (json.whole() && mayBeHealthy) {
                return new Reading.Healthy();
            }
            return json.whole()
                    ? error(answer, root.isArray() ? root.path(0) : root, "api").failed()
                    : Prose.read(answer, json);
        }
        return error(answer, found, surface(answer, found)).whole(json.whole()).failed();
    }

    /// The object that tells a failure; missing when none does.
    private static JsonNode envelope(JsonNode root) {
        for (JsonNode node : new JsonNode[] {
            root,
            root.path("error"),
            root.path("resource_response").path("error"),
            root.path("resource_response"),
            root.path("errors").path(0),
            root.path(0)
        }) {
            boolean coded = Fields.first(node, "code", "api_error_code")
                    .filter(code -> !code.equals("0"))
                    .isPresent();
            boolean failed = Fields.at(node, "status")
                    .filter(s -> s.equalsIgnoreCase("failure"))
                    .isPresent();
            if (failed || coded && node.path("message").isTextual() || coded && node.size() <= 3) {
                return node;
            }
            if (Fields.scalar(node.path("error"))
                    .filter(e -> !e.equals("false"))
                    .isPresent()) {
                return node;
            }
        }
        if (root.path("message").isTextual() && !root.has("id") && !root.has("items")) {
            return root;
        }
        return root.path("errors").path(0).isObject() ? root.path("errors").path(0) : root.path("nothing");
    }

    private static PlatformError.Draft error(Answer answer, JsonNode told, String surface) {
        Optional<String> error = Fields.scalar(told.path("error"));
        Optional<String> words = Fields.first(told, "message", "error_description", "error_message", "detail")
                .or(() -> error.filter(text -> text.indexOf(' ') >= 0));
        Optional<String> more = Fields.first(told, "data", "message_detail", "details")
                .filter(text ->
                        !text.equals("None") && words.filter(text::equals).isEmpty());
        Optional<String> message = words.map(
                        text -> more.map(m -> text + " (" + m + ")").orElse(text))
                .or(() -> more);
        return identified(PlatformError.of(answer, surface), answer)
                .code(Fields.first(told, "api_error_code", "code"))
                .code(error.filter(text -> text.indexOf(' ') < 0))
                .message(message)
                .mentionedScope(message.flatMap(PinterestDialect::scopes))
                .requestId(Fields.at(told, "request_id"));
    }

    private static Reading sentence(Answer answer, Content.Text text) {
        Answer known = NamedStatus.in(text.text(), answer);
        Optional<JsonNode> quoted =
                text.quoted().map(PinterestDialect::envelope).filter(node -> !node.isMissingNode());
        if (quoted.isPresent()) {
            return error(known, quoted.get(), "api").failed();
        }
        boolean serverFault = known.httpStatus().filter(status -> status >= 500).isPresent();
        return identified(PlatformError.of(known, serverFault ? "gateway" : "text"), answer)
                .foreign(serverFault)
                .message(Optional.of(text.text()))
                .mentionedScope(scopes(text.text()))
                .failed();
    }

    private static PlatformError.Draft identified(PlatformError.Draft error, Answer answer) {
        return error.requestId(Optional.ofNullable(answer.headers().get("x-pinterest-rid")))
                .retryAfter(untilReset(answer));
    }

    /// The seconds until calls are counted anew, which Pinterest tells with every answer and which matter when it
    /// refuses one. A trial app may be told most of a day.
    private static Optional<Duration> untilReset(Answer answer) {
        String reset = answer.headers().getOrDefault("x-ratelimit-reset", "").strip();
        boolean limited = answer.httpStatus().filter(status -> status == 429).isPresent();
        if (!limited || answer.headers().containsKey("retry-after") || !reset.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(Integer.parseInt(reset));
        return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<String> scopes(String message) {
        String named = SCOPE.matcher(message)
                .results()
                .map(scope -> scope.group().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(named).filter(text -> !text.isEmpty());
    }

    private static String surface(Answer answer, JsonNode told) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean connecting = path.contains("/oauth")
                || told.path("endpoint_name").asText().contains("oauth")
                || Fields.scalar(told.path("error"))
                                .filter(e -> e.indexOf(' ') < 0)
                                .isPresent()
                        && !told.has("code");
        return connecting ? "oauth" : "api";
    }
}
