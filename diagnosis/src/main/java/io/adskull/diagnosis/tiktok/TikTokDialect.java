package io.adskull.diagnosis.tiktok;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.dialect.Dialect;
import io.adskull.diagnosis.dialect.PlatformError;
import io.adskull.diagnosis.dialect.Reading;
import io.adskull.diagnosis.dialect.RetryAfter;
import io.adskull.diagnosis.tiktok.Envelope.AccountState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// TikTok answers in three ways: the Business API's numeric envelope, the same envelope for TikTok-account tokens,
/// and Login Kit's codes in words; beside them the plain text and pages of whatever stands in front. The envelope
/// counts, whatever the HTTP status.
public final class TikTokDialect implements Dialect {
    private static final Pattern ADVERTISER = Pattern.compile("(?i)advertiser\\D{0,12}(\\d{5,20})");
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9_]+(?:/[a-z0-9_]+){1,5}/?)[:(]");

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        String path = answer.endpoint().orElse("").toLowerCase(Locale.ROOT);
        boolean tellsState = path.isEmpty() || path.contains("/advertiser/info");
        byte[] body = answer.body();
        if (!tellsState && answer.transportError().isEmpty() && HealthyScan.isHealthy(body)) {
            return new Reading.Healthy();
        }
        if (answer.transportError().isPresent()) {
            return failed(answer, "none", false, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<Envelope> envelope = EnvelopeReader.read(body, 0);
        if (envelope.isPresent()) {
            return envelope(answer, envelope.get(), path, tellsState, circumstances);
        }
        return Prose.of(body, answer.httpStatus(), path)
                .map(prose -> failed(
                        answer, prose.surface(), prose.foreign(), prose.code(), prose.message(), Optional.empty()))
                .orElseGet(Reading.Healthy::new);
    }

    private static Reading envelope(
            Answer answer, Envelope envelope, String path, boolean tellsState, Circumstances circumstances) {
        Optional<String> code = code(envelope).filter(c -> !isSentence(c));
        if (code(envelope).isEmpty() && isTokenAnswer(envelope)) {
            return new Reading.Healthy();
        }
        if (code.filter(TikTokDialect::isSuccess).isPresent()) {
            Optional<String> state = tellsState ? state(envelope, circumstances) : Optional.empty();
            return state.<Reading>map(status -> failed(
                            answer,
                            "business",
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(envelope),
                            state))
                    .orElseGet(Reading.Healthy::new);
        }
        Optional<String> message = envelope.first(
                        "message",
                        "error.message",
                        "error_description",
                        "data.description",
                        "msg",
                        "error_message",
                        "error_msg",
                        "status_msg",
                        "description",
                        "detail",
                        "error.error_description")
                .or(() -> code.isPresent() ? Optional.empty() : envelope.first("error", "code"));
        return failed(answer, surface(code, path), false, code, message, Optional.of(envelope));
    }

    private static Optional<String> code(Envelope envelope) {
        return envelope.first(
                "code",
                "error.code",
                "error_code",
                "error",
                "status_code",
                "err_code",
                "data.error_code",
                "error.error");
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

    private static boolean isTokenAnswer(Envelope envelope) {
        return envelope.first("access_token", "data.access_token").isPresent();
    }

    private static String surface(Optional<String> code, String path) {
        boolean words =
                code.filter(c -> c.chars().anyMatch(Character::isLetter)).isPresent();
        if (words || path.contains("open.tiktokapis.com") || path.startsWith("/v2/")) {
            return "login-kit";
        }
        if (path.contains("/tt_user/") || path.contains("/business/")) {
            return "account";
        }
        return code.isPresent() ? "business" : "text";
    }

    /// The state of the account asked about. An answer that names it nowhere is about it all the same, for it
    /// answers a call for it: then the first that is not in order counts, as when nobody knows which account was
    /// asked for.
    private static Optional<String> state(Envelope envelope, Circumstances circumstances) {
        List<AccountState> asked = envelope.accounts().stream()
                .filter(account -> account.id().isEmpty()
                        || circumstances
                                .accountId()
                                .filter(account.id()::equals)
                                .isPresent())
                .toList();
        return (asked.isEmpty() ? envelope.accounts() : asked)
                .stream()
                        .map(AccountState::status)
                        .filter(status ->
                                !status.equals("STATUS_ENABLE") && !status.equals("SHOW_ACCOUNT_STATUS_APPROVED"))
                        .findFirst();
    }

    private static Reading failed(
            Answer answer,
            String surface,
            boolean foreign,
            Optional<String> code,
            Optional<String> message,
            Optional<Envelope> envelope) {
        return failed(answer, surface, foreign, code, message, envelope, Optional.empty());
    }

    private static Reading failed(
            Answer answer,
            String surface,
            boolean foreign,
            Optional<String> code,
            Optional<String> message,
            Optional<Envelope> envelope,
            Optional<String> state) {
        return new Reading.Failed(new PlatformError(
                surface,
                foreign,
                code,
                message,
                state,
                answer.httpStatus(),
                answer.transportError(),
                envelope.flatMap(e -> e.first("log_id", "error.log_id", "data.log_id", "error.logid"))
                        .or(() -> Optional.ofNullable(answer.headers().get("x-tt-logid"))),
                envelope.flatMap(e -> e.first("request_id", "error.request_id")),
                RetryAfter.in(answer.headers()),
                message.flatMap(text -> found(ADVERTISER, text)),
                message.flatMap(text -> found(PATH, text))));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
