package io.adskull.diagnosis.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.diagnosis.Circumstances;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said about one given answer, as the command and the REST interface say it. What is not known, or does
/// not apply to a healthy answer, is null.
///
/// @param id as it was given
/// @param healthy whether the call worked; then nothing else is said
/// @param retryAfter ISO 8601
/// @param check what would decide, where this answer alone decides too little
/// @param mistakenFor what it is often taken for, and why it is not that
/// @param platform whose answer it was read as; null when nobody can tell
/// @param platformGuessed whether that was told from the answer itself
/// @param rule of the catalogue that decided
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
    "id",
    "cause",
    "actor",
    "retryable",
    "resource",
    "title",
    "explanation",
    "steps",
    "logId",
    "docs",
    "healthy",
    "platform",
    "platformGuessed"
})
public record Explanation(
        @Nullable JsonNode id,
        @Nullable Cause cause,
        @Nullable Actor actor,
        @Nullable Boolean retryable,
        @Nullable Resource resource,
        String title,
        @Nullable String explanation,
        List<String> steps,
        @Nullable String logId,
        @Nullable String docs,
        boolean healthy,
        @Nullable Platform platform,
        boolean platformGuessed,
        @Nullable Severity severity,
        @Nullable Confidence confidence,
        @Nullable AutomaticAction automaticAction,
        @Nullable String retryAfter,
        @Nullable String forwardable,
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId,
        List<String> evidence,
        @Nullable String check,
        @Nullable String mistakenFor,
        @Nullable String rule) {

    /// Reads the answer as one of the platform it names, else of the one it looks most like.
    public static Explanation of(GivenAnswer given, Diagnostician diagnostician) {
        Optional<Platform> platform = given.platformIn(diagnostician);
        Verdict verdict = platform.map(p -> diagnostician.diagnose(given.answerOf(p), Circumstances.unknown()))
                .orElseGet(() -> new Verdict.Failing(diagnostician.unknownPlatform(
                        given.endpoint(), given.httpStatus(), given.headers(), given.body())));
        boolean guessed = given.platform().isEmpty() && platform.isPresent();
        return switch (verdict) {
            case Verdict.Healthy _ -> healthy(given.id(), platform, guessed);
            case Verdict.Failing(Diagnosis d) -> failing(given.id(), platform, guessed, d);
        };
    }

    private static Explanation healthy(JsonNode id, Optional<Platform> platform, boolean guessed) {
        return new Explanation(
                id,
                null,
                null,
                null,
                null,
                "The call worked",
                null,
                List.of(),
                null,
                null,
                true,
                platform.orElse(null),
                guessed,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Explanation failing(JsonNode id, Optional<Platform> platform, boolean guessed, Diagnosis d) {
        return new Explanation(
                id,
                d.cause(),
                d.actor(),
                d.retryable(),
                d.resource().orElse(null),
                d.title(),
                d.explanation(),
                d.steps(),
                d.logId().orElse(null),
                d.docs().orElse(null),
                false,
                platform.orElse(null),
                guessed,
                d.severity(),
                d.confidence(),
                d.automaticAction(),
                d.retryAfter().map(Object::toString).orElse(null),
                d.forwardable().orElse(null),
                d.code().orElse(null),
                d.message().orElse(null),
                d.requestId().orElse(null),
                d.evidence(),
                d.check().orElse(null),
                d.mistakenFor().orElse(null),
                d.rule());
    }
}
