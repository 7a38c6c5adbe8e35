package io.adskull.classifier.explain;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.diagnosis.Diagnosis;
import io.adskull.diagnosis.catalogue.CodeEntry;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the catalogue says about one code, when nothing but the code is known.
///
/// @param source where the code is named in public; null when only its family is
/// @param retryAfter ISO 8601
/// @param check what would decide, where the code alone decides too little
@Schema(name = "CatalogueEntry")
record CodeView(
        Platform platform,
        String code,
        @Nullable String source,

        @Schema(description = "Whether the code alone is enough to tell the cause")
        boolean decides,

        Cause cause,
        Actor actor,
        Severity severity,
        Confidence confidence,
        boolean retryable,
        @Nullable String retryAfter,
        AutomaticAction automaticAction,
        String title,
        String explanation,
        List<String> steps,
        @Nullable String docs,
        @Nullable String mistakenFor,
        @Nullable String check,

        @Schema(description = "What words beside the code can make of it")
        List<Possibility> otherwise) {

    /// @param examples words that mean it
    @Schema(name = "Possibility")
    record Possibility(Cause cause, Actor actor, List<String> examples) {}

    static CodeView of(Platform platform, CodeEntry entry) {
        Diagnosis alone = entry.alone();
        return new CodeView(
                platform,
                entry.code(),
                entry.source().orElse(null),
                entry.decides(),
                alone.cause(),
                alone.actor(),
                alone.severity(),
                alone.confidence(),
                alone.retryable(),
                alone.retryAfter().map(Duration::toString).orElse(null),
                alone.automaticAction(),
                alone.title(),
                alone.explanation(),
                alone.steps(),
                alone.docs().orElse(null),
                alone.mistakenFor().orElse(null),
                alone.check().orElse(null),
                entry.otherwise().stream()
                        .map(other -> new Possibility(other.cause(), other.actor(), other.examples()))
                        .toList());
    }
}
