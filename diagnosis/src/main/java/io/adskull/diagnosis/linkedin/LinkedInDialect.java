package io.adskull.diagnosis.linkedin;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// LinkedIn answers with a flat envelope, `{status, serviceErrorCode, code, message}`, and its token endpoint with
/// the words of RFC 6749. An answer that worked may carry an envelope somewhere inside: a decorated field whose name
/// ends in `!`, or one entry of a batch.
public final class LinkedInDialect implements Dialect {
    private static final Pattern CLIENT_ERROR = Pattern.compile("(?i)\\b([45]\\d\\d) (?:client|server) error\\b");
    private static final Pattern QUOTED_STATUS = Pattern.compile(
            "(?i)\\b(?:status|http)(?:[-_ ]?(?:error|status))?(?:[-_ ]?code)?\\W{0,4}(?:of )?([45]\\d\\d)\\b");
    private static final Pattern OAUTH = Pattern.compile("(?i)\\berror(?:[ _]?code)?\\W{1,5}([a-z]+(?:_[a-z]+)+)\\b");
    private static final Pattern NAME = Pattern.compile("\\b([A-Z]{3,}(?:_[A-Z]+)+)\\b");
    private static final Pattern PERMISSION = Pattern.compile(
            "(?i)permissions? to access:?\\s+(?:(?:GET|POST|PUT|DELETE|PARTIAL_UPDATE)\\s+)?[/'\"]?([A-Za-z]\\w+)");
    /// What stands behind the `?` of an address is ours, and may hold a key.
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?]{1,300})\\?[^\\s'\"`]*?(?=:? |[\\s'\"`]|$)");
    private static final Pattern SCOPE = Pattern.compile("\\b([rw]w?_[a-z0-9_]{3,40})\\b");

    /// By which answers about accounts are known where the address is not.
    private static final String SERVING = "\"servingStatuses\"";

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        if (answer.transportError().isEmpty() && !mayTellState(answer.body(), path) && isPlainlyHealthy(answer)) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (answer.transportError().isPresent()) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> structured(answer, json, path, circumstances);
            case Content.Text text -> sentence(answer, text);
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("linkedin.com") || sample.json().has("serviceErrorCode")) {
            return 100;
        }
        if (sample.hasHeader("x-li-") || sample.hasHeader("x-restli-")) {
            return 90;
        }
        String told =
                sample.json().isMissingNode() ? sample.words() : sample.json().toString();
        if (told.contains("serviceErrorCode") || told.contains("urn:li:") || told.contains("api.linkedin.com")) {
            return 80;
        }
        return Envelope.find(sample.json()).filter(Envelope::isFlat).isPresent() ? 60 : 0;
    }

    private static boolean mayTellState(byte[] body, String path) {
        boolean mayTell = path.isEmpty() ? JsonScan.contains(body, SERVING) : AccountState.mayBeToldAt(path);
        return mayTell && !AccountState.isPlainlyInOrder(body);
    }

    private static boolean isPlainlyHealthy(Answer answer) {
        return isSuccess(answer)
                && JsonScan.outermost(answer.body(), LinkedInDialect::harmless) == 1
                && !JsonScan.contains(answer.body(), "!\":")
                && !JsonScan.contains(answer.body(), "rror");
    }

    /// 1 for a key, so that what has none, such as a printed object of some language, is looked at properly.
    private static int harmless(byte[] body, int from, int to, int value) {
        boolean worrying = JsonScan.is(body, from, to, "message")
                || JsonScan.is(body, from, to, "Message")
                || JsonScan.is(body, from, to, "code")
                || JsonScan.is(body, from, to, "status") && value < body.length && body[value] != '"';
        return worrying ? JsonScan.ALARM : 1;
    }

    private static boolean isSuccess(Answer answer) {
        return answer.httpStatus().filter(status -> status / 100 != 2).isEmpty();
    }

    private static Reading structured(Answer answer, Content.Json json, String path, Circumstances circumstances) {
        Optional<Envelope> envelope = Envelope.find(json.root());
        if (envelope.isPresent()) {
            return failed(answer, envelope.get(), json.whole());
        }
        if (!json.whole()) {
            return Prose.read(answer, json);
        }
        if (!isSuccess(answer) || !json.root().isContainerNode()) {
            return identified(PlatformError.of(answer, "api"), answer)
                    .message(Fields.first(json.root(), "message", "error", "detail"))
                    .failed();
        }
        return AccountState.in(json.root(), path, circumstances)
                .map(state -> identified(PlatformError.of(answer, "api"), answer)
                        .accountStatus(Optional.of(state))
                        .failed())
                .orElseGet(Reading.Healthy::new);
    }

    private static Reading failed(Answer answer, Envelope envelope, boolean whole) {
        Answer told = withStatus(answer, envelope.status());
        PlatformError.Draft error = PlatformError.of(told, envelope.isOAuth() ? "oauth" : "api")
                .whole(whole)
                .message(envelope.message());
        envelope.codes().forEach(error::code);
        return identified(error.logId(envelope.requestId()), answer)
                .mentionedPath(envelope.message().flatMap(text -> found(PERMISSION, text)))
                .mentionedScope(envelope.message().flatMap(text -> found(SCOPE, text)))
                .failed();
    }

    /// A sentence, as SDKs print it: it may quote an envelope, or name a status or an error.
    private static Reading sentence(Answer answer, Content.Text text) {
        Optional<Envelope> quoted = text.quoted().flatMap(Envelope::find);
        if (quoted.isPresent()) {
            return failed(answer, quoted.get(), true);
        }
        Optional<String> status = found(CLIENT_ERROR, text.text()).or(() -> found(QUOTED_STATUS, text.text()));
        Answer told = withStatus(answer, status.map(Integer::valueOf));
        Optional<String> oauth = found(OAUTH, text.text());
        boolean serverFault =
                oauth.isEmpty() && told.httpStatus().filter(code -> code >= 500).isPresent();
        PlatformError.Draft error = PlatformError.of(
                        told, serverFault ? "gateway" : oauth.isPresent() ? "oauth" : "text")
                .foreign(serverFault)
                .code(oauth)
                .code(found(NAME, text.text()))
                .message(Optional.of(QUERY.matcher(text.text()).replaceAll("$1")))
                .mentionedPath(found(PERMISSION, text.text()));
        return identified(error, answer).failed();
    }

    /// What the envelope says counts where HTTP says nothing, or says that all went well.
    private static Answer withStatus(Answer answer, Optional<Integer> status) {
        boolean silent = isSuccess(answer);
        return silent && status.isPresent()
                ? new Answer(
                        answer.platform(),
                        answer.endpoint(),
                        status,
                        answer.transportError(),
                        answer.headers(),
                        answer.body())
                : answer;
    }

    private static PlatformError.Draft identified(PlatformError.Draft error, Answer answer) {
        return error.logId(Optional.ofNullable(answer.headers().get("x-li-uuid")))
                .requestId(Optional.ofNullable(answer.headers().get("x-li-request-id")));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
