package io.adskull.token.platform.tiktok;

import io.adskull.contract.remediation.Cause;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a failed answer means that the grant is dead, read by the same catalogue as everything else. In doubt it
/// lives: asking a person for a new consent is the dearer mistake.
@Singleton
class TikTokRefusals {
    private static final Set<Cause> DEAD = EnumSet.of(Cause.TOKEN_INVALID, Cause.REFRESH_TOKEN_INVALID);
    private static final int LONGEST_MESSAGE = 300;

    private final Diagnostician diagnostician = Diagnostician.bundled();

    RefreshOutcome ofRefresh(Answer answer) {
        String words = words(answer);
        Optional<Duration> retryAfter = diagnosis(answer).flatMap(Diagnosis::retryAfter);
        return dead(answer) ? new RefreshOutcome.Dead(words) : new RefreshOutcome.Transient(words, retryAfter);
    }

    boolean dead(Answer answer) {
        return diagnosis(answer).map(Diagnosis::cause).filter(DEAD::contains).isPresent();
    }

    /// The failure in one line without a secret: TikTok's code and message, or what happened on the way.
    String words(Answer answer) {
        String said = diagnosis(answer).stream()
                .flatMap(diagnosis -> Stream.of(diagnosis.code(), diagnosis.message()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (!said.isBlank() && answer.transportError().isEmpty()) {
            return said.length() > LONGEST_MESSAGE ? said.substring(0, LONGEST_MESSAGE) : said;
        }
        return answer.transportError()
                .orElseGet(() -> "HTTP " + answer.httpStatus().orElse(0) + " and no words");
    }

    private Optional<Diagnosis> diagnosis(Answer answer) {
        return switch (diagnostician.diagnose(answer, Circumstances.unknown())) {
            case Verdict.Healthy h -> Optional.empty();
            case Verdict.Failing(Diagnosis diagnosis) -> Optional.of(diagnosis);
        };
    }
}
