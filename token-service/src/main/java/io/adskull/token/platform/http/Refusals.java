package io.adskull.token.platform.http;

import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import io.adskull.token.platform.RefreshOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a failed answer means that the grant is dead, read by the same catalogue as everything else. In doubt
/// it lives: asking a person for a new consent is the dearer mistake.
@Singleton
public class Refusals {
    /// An expired token is among them: here it is the token with which one would renew.
    private static final Set<Cause> DEAD =
            EnumSet.of(Cause.TOKEN_INVALID, Cause.REFRESH_TOKEN_INVALID, Cause.TOKEN_EXPIRED);
    private static final Set<Cause> LIMITS = EnumSet.of(Cause.RATE_LIMITED, Cause.QUOTA_EXHAUSTED);
    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern LIKE_A_TOKEN = Pattern.compile("(?=[\\w.~!+/=-]*\\d)[\\w.~!+/=-]{32,}");

    private final Diagnostician diagnostician = Diagnostician.bundled();

    /// What a failed refresh means. A platform that gave no answer of its own (none at all, or a page of a server in
    /// between) may have renewed the tokens all the same.
    public RefreshOutcome ofRefresh(Answer answer) {
        String words = words(answer);
        Optional<Diagnosis> diagnosis = diagnosis(answer);
        if (PlatformGuards.leftAlone(answer)) {
            return new RefreshOutcome.NotAsked(PlatformGuards.REST);
        }
        if (answer.transportError().isPresent()
                || PlatformGuards.isUnavailable(answer)
                        && diagnosis.flatMap(Diagnosis::code).isEmpty()) {
            return new RefreshOutcome.NoAnswer(words);
        }
        return dead(answer)
                ? new RefreshOutcome.Dead(
                        words, diagnosis.map(Diagnosis::confidence).equals(Optional.of(Confidence.CERTAIN)))
                : new RefreshOutcome.Transient(words, wish(answer));
    }

    /// Only the platform itself can say so: a page of a server in between, whatever its words, decides nothing.
    public boolean dead(Answer answer) {
        return diagnosis(answer)
                .filter(diagnosis -> diagnosis.code().isPresent())
                .map(Diagnosis::cause)
                .filter(DEAD::contains)
                .isPresent();
    }

    /// How long the platform wants to be left alone. The catalogue's patience with a broken server is for polling; a
    /// token that is about to end cannot have it.
    private Optional<Duration> wish(Answer answer) {
        return diagnosis(answer)
                .filter(diagnosis ->
                        LIMITS.contains(diagnosis.cause()) || answer.headers().containsKey("retry-after"))
                .flatMap(Diagnosis::retryAfter);
    }

    /// The failure in one line without a secret. Only the platform's own envelope is quoted, since a page of a
    /// server in between may repeat the request; and of that nothing that could be a token.
    public String words(Answer answer) {
        return answer.transportError()
                .or(() -> diagnosis(answer).flatMap(d -> d.code()
                        .map(code -> code + " " + d.message().orElse(""))))
                .map(Refusals::printable)
                .orElseGet(() -> "HTTP " + answer.httpStatus().orElse(0) + " without "
                        + answer.platform().displayName() + "'s envelope");
    }

    /// Words from outside, in one line, without anything that could be a token.
    public static String printable(String said) {
        String line = LIKE_A_TOKEN.matcher(said).replaceAll("[long text]").replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.substring(0, Math.min(line.length(), LONGEST_MESSAGE)).strip();
    }

    private Optional<Diagnosis> diagnosis(Answer answer) {
        return switch (diagnostician.diagnose(answer, Circumstances.unknown())) {
            case Verdict.Healthy h -> Optional.empty();
            case Verdict.Failing(Diagnosis diagnosis) -> Optional.of(diagnosis);
        };
    }
}
