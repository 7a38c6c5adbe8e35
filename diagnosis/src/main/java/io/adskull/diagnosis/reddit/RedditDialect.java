package io.adskull.diagnosis.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Address;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
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

/// Reddit's ads API answers with `error`, its older version with `success`, its gateway with a number or with
/// nothing, and its token endpoint with HTTP 200. Twins in the body are told apart by `www-authenticate`.
public final class RedditDialect implements Dialect {
    private static final Pattern CHALLENGE = Pattern.compile("error=\"?([a-z_]{3,40})");

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean tellsState = path.isEmpty() || Address.isOf("accounts", path) || Address.isOf("ad_accounts", path);
        boolean mayBeHealthy = answer.transportError().isEmpty()
                && answer.httpStatus().filter(status -> status >= 300).isEmpty();
        if (mayBeHealthy && !tellsState && isPlainlyHealthy(answer.body())) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> object(answer, json, path, mayBeHealthy, tellsState, circumstances);
            case Content.Text text -> sentence(answer, text, path);
            case Content.Empty _
            when challenge(answer).isPresent() -> draft(answer, "api").failed();
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("reddit.com", "redditmedia.com")) {
            return 100;
        }
        JsonNode error = sample.json().path("error");
        if (sample.json().has("success") && error.has("reason") && error.has("explanation")) {
            return 80;
        }
        boolean gateway = error.isIntegralNumber() && sample.json().size() <= 2;
        boolean fields = sample.json().has("explanation") && sample.json().has("reason");
        if (fields || sample.json().has("invalid_events") || sample.words().contains("pardner")) {
            return 70;
        }
        return gateway ? 60 : 0;
    }

    private static boolean isPlainlyHealthy(byte[] body) {
        return JsonScan.outermost(body, RedditDialect::mark) != JsonScan.NOT_PLAIN;
    }

    private static int mark(byte[] body, int from, int to, int value) {
        if (JsonScan.is(body, from, to, "success")) {
            return JsonScan.startsWith(body, value, "true") ? 0 : JsonScan.ALARM;
        }
        boolean telling = JsonScan.is(body, from, to, "error")
                || JsonScan.is(body, from, to, "errors")
                || JsonScan.is(body, from, to, "reason")
                || JsonScan.is(body, from, to, "explanation")
                || JsonScan.is(body, from, to, "message")
                || JsonScan.is(body, from, to, "invalid_events")
                || JsonScan.is(body, from, to, "json");
        return telling && !JsonScan.isNothing(body, value) ? JsonScan.ALARM : 0;
    }

    private static Reading object(
            Answer answer,
            Content.Json json,
            String path,
            boolean mayBeHealthy,
            boolean tellsState,
            Circumstances circumstances) {
        JsonNode root = json.root().isArray() ? json.root().path(0) : json.root();
        Told told = Told.of(root);
        if (told.isError() || !mayBeHealthy && (json.whole() || told.message().isPresent())) {
            return error(answer, told, path).whole(json.whole()).failed();
        }
        if (!json.whole()) {
            return Prose.read(answer, json);
        }
        Optional<String> state = tellsState ? AccountState.in(root, circumstances) : Optional.empty();
        return state.isEmpty()
                ? new Reading.Healthy()
                : PlatformError.of(answer, "api").accountStatus(state).failed();
    }

    private static PlatformError.Draft error(Answer answer, Told told, String path) {
        PlatformError.Draft error = draft(answer, isConnecting(path) || told.isOauth() ? "oauth" : "api");
        told.codes().forEach(error::code);
        return error.message(told.message()).requestId(told.requestId());
    }

    private static PlatformError.Draft draft(Answer answer, String surface) {
        return PlatformError.of(answer, surface).retryAfter(Reset.in(answer)).code(challenge(answer));
    }

    private static Reading sentence(Answer answer, Content.Text text, String path) {
        Answer known = NamedStatus.in(text.text(), answer);
        Optional<Told> quoted = text.quoted().map(Told::of).filter(Told::isError);
        if (quoted.isPresent()) {
            return error(known, quoted.get(), path).failed();
        }
        boolean serverFault = known.httpStatus().filter(status -> status >= 500).isPresent();
        return draft(known, serverFault ? "gateway" : isConnecting(path) ? "oauth" : "text")
                .foreign(serverFault)
                .message(Optional.of(text.text()))
                .failed();
    }

    /// What the header says is wrong with the token, in the words of RFC 6750.
    private static Optional<String> challenge(Answer answer) {
        String header = answer.headers().getOrDefault("www-authenticate", "").toLowerCase(Locale.ROOT);
        Matcher error = CHALLENGE.matcher(header);
        return error.find() ? Optional.of(error.group(1)) : Optional.empty();
    }

    private static boolean isConnecting(String path) {
        return path.contains("access_token") || path.contains("/authorize") || path.contains("/revoke_token");
    }
}
