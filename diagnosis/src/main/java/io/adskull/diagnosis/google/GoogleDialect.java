package io.adskull.diagnosis.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Clue;
import io.adskull.diagnosis.dialect.Content;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.Fields;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Prose;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.Sample;
import java.util.List;
import java.util.Optional;

/// Google answers with one envelope for all its APIs, whose outer words are the same for many failures: the error
/// inside counts. Its token endpoint speaks OAuth 2, its consent page in sentences, and its SDKs quote all of them.
public final class GoogleDialect implements Dialect {
    private static final Clue CUSTOMER =
            Clue.startingWith("(?i)customers?\\W{0,4}(\\d{3}-?\\d{3}-?\\d{4})\\b", "customer");
    private static final Clue ADDRESS =
            Clue.startingWith("(https://[a-z]+\\.googleapis\\.com/[\\w/:.*-]+)", "https://");

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        boolean silent = answer.transportError().isPresent();
        if (!silent && mayBeHealthy(answer) && PlainBody.isHealthy(answer.body())) {
            return new Reading.Healthy();
        }
        Content content = Content.of(answer);
        if (silent) {
            return Prose.read(answer, content);
        }
        return switch (content) {
            case Content.Json json -> json(answer, json, circumstances);
            case Content.Text text -> sentence(answer, text);
            case Content.Markup markup -> sentence(answer, new Content.Text(markup.text(), Optional.empty()));
            case Content.Page page when OauthText.code(page.words()).isPresent() -> consent(answer, page.words());
            case Content other -> Prose.read(answer, other);
        };
    }

    @Override
    public int resemblance(Sample sample) {
        if (sample.isAddressedTo("googleapis.com", "accounts.google.com", "adwords.google.com", "google.ads")) {
            return 100;
        }
        JsonNode envelope = Envelope.find(sample.json());
        String text = envelope.isMissingNode() ? sample.words() : envelope.toString();
        if (text.contains("google.ads.googleads") || text.contains("googleapis.com") || text.contains("google.rpc")) {
            return 90;
        }
        if (!Failure.in(envelope).codes().isEmpty()) {
            return 80;
        }
        boolean status = envelope.path("code").isIntegralNumber()
                && RpcStatus.in(envelope.path("status").asText()).isPresent();
        if (status
                || OauthText.isGoogles(text)
                || OauthText.isGoogles(sample.json().toString())) {
            return 70;
        }
        return sample.json().isMissingNode() && ErrorName.in(text).isPresent() ? 60 : 0;
    }

    private static boolean mayBeHealthy(Answer answer) {
        return answer.httpStatus().map(status -> status / 100 == 2).orElse(true);
    }

    private static Reading json(Answer answer, Content.Json json, Circumstances circumstances) {
        JsonNode root = json.root();
        JsonNode error = Envelope.find(root);
        if (error.isObject()) {
            return envelope(answer, error, json.whole());
        }
        Optional<String> oauth = Fields.at(root, "error");
        if (oauth.isPresent()) {
            return oauth(answer, root, oauth.get(), json.whole());
        }
        if (!json.whole()) {
            return Prose.read(answer, json);
        }
        if (!mayBeHealthy(answer)) {
            return PlatformError.of(answer, "text")
                    .message(Fields.first(root, "message", "detail", "title"))
                    .failed();
        }
        Optional<String> state = CustomerState.in(root, circumstances);
        return state.isEmpty()
                ? new Reading.Healthy()
                : PlatformError.of(answer, "api")
                        .accountStatus(state)
                        .requestId(requestIdHeader(answer))
                        .failed();
    }

    private static Reading envelope(Answer answer, JsonNode error, boolean whole) {
        Failure failure = Failure.in(error);
        Optional<String> outer = Fields.first(error, "message", "error_description", "details");
        Optional<String> words = failure.message().or(() -> outer);
        List<String> codes = failure.codes();
        if (codes.isEmpty()) {
            codes = outer.flatMap(ErrorName::in).map(ErrorName::codes).orElse(List.of());
        }
        Optional<String> oauth = codes.isEmpty() ? outer.flatMap(OauthText::code) : Optional.empty();
        PlatformError.Draft draft = PlatformError.of(
                        answer, codes.isEmpty() ? oauth.isPresent() ? "oauth" : "api" : "failure")
                .foreign(!codes.isEmpty())
                .whole(whole)
                .message(words)
                .limit(failure.limit())
                .retryAfter(failure.pause().or(() -> words.flatMap(Waiting::in)))
                .requestId(failure.requestId())
                .requestId(requestIdHeader(answer))
                .mentionedAccount(words.flatMap(GoogleDialect::customer))
                .code(oauth);
        codes.forEach(draft::code);
        failure.reasons().forEach(draft::code);
        return draft.code(Fields.at(error, "status").flatMap(RpcStatus::in))
                .code(Fields.at(error, "code").flatMap(RpcStatus::of))
                .failed();
    }

    /// RFC 6749, with Google's `error_subtype`.
    private static Reading oauth(Answer answer, JsonNode root, String error, boolean whole) {
        Optional<String> code = error.indexOf(' ') < 0 ? Optional.of(error) : OauthText.code(error);
        Optional<String> subtype = Fields.at(root, "error_subtype");
        return PlatformError.of(answer, "oauth")
                .whole(whole)
                .code(code.flatMap(main -> subtype.map(sub -> main + "/" + sub)))
                .code(code)
                .code(subtype)
                .message(Fields.first(root, "error_description", "message", "error_message")
                        .or(() -> code.isEmpty() ? Optional.of(error) : Optional.empty()))
                .requestId(requestIdHeader(answer))
                .failed();
    }

    /// An SDK's text, a line of a log, or what the consent page says.
    private static Reading sentence(Answer answer, Content.Text text) {
        JsonNode quoted = text.quoted().map(Envelope::find).orElse(MissingNode.getInstance());
        String words = text.text();
        if (quoted.isObject()
                && (!Failure.in(quoted).codes().isEmpty()
                        || OauthText.code(words).isEmpty())) {
            return envelope(answer, quoted, true);
        }
        Optional<ErrorName> name = ErrorName.in(words);
        Optional<String> oauth = OauthText.code(words);
        if (name.isEmpty() && oauth.isPresent()) {
            return consent(answer, words);
        }
        boolean serverFault =
                answer.httpStatus().filter(status -> status >= 500).isPresent();
        PlatformError.Draft error = PlatformError.of(
                        answer, name.isPresent() ? "failure" : serverFault ? "gateway" : "text")
                .foreign(name.isPresent() || serverFault)
                .message(Optional.of(words))
                .retryAfter(Waiting.in(words))
                .requestId(OauthText.requestId(words))
                .requestId(requestIdHeader(answer))
                .mentionedAccount(customer(words))
                .mentionedPath(ADDRESS.in(words));
        name.map(ErrorName::codes).orElse(List.of()).forEach(error::code);
        return error.code(RpcStatus.in(words)).failed();
    }

    private static Reading consent(Answer answer, String words) {
        return PlatformError.of(answer, "oauth")
                .code(OauthText.code(words))
                .message(Optional.of(words))
                .requestId(requestIdHeader(answer))
                .failed();
    }

    private static Optional<String> requestIdHeader(Answer answer) {
        return Optional.ofNullable(answer.headers().get("request-id"));
    }

    private static Optional<String> customer(String words) {
        return CUSTOMER.in(words).map(id -> id.replace("-", ""));
    }
}
