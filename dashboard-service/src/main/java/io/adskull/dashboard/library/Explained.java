package io.adskull.dashboard.library;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.diagnosis.explain.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An explanation in the words of `adskull explain`, without anything in it that may be a secret.
///
/// @param platform as people call it, and whether that was told from the answer; empty when nobody can tell
/// @param entry the library's page about the answer's code
public record Explained(
        boolean healthy,
        String title,
        String explanation,
        Optional<Cause> cause,
        Optional<Confidence> confidence,
        Optional<Actor> actor,
        Optional<String> platform,
        List<String> steps,
        List<String> evidence,
        Optional<String> check,
        Optional<String> mistakenFor,
        Optional<String> forwardable,
        Optional<String> logId,
        Optional<String> docs,
        Optional<Entry> entry) {

    static Explained of(Explanation said, Optional<Entry> entry) {
        Redacted redacted = new Redacted(Stream.of(said.logId(), said.requestId())
                .flatMap(Stream::ofNullable)
                .toList());
        return new Explained(
                said.healthy(),
                redacted.of(said.title()),
                redacted.of(said.explanation() == null ? "" : said.explanation()),
                Optional.ofNullable(said.cause()),
                Optional.ofNullable(said.confidence()),
                Optional.ofNullable(said.actor()),
                Optional.ofNullable(said.platform())
                        .map(platform ->
                                platform.displayName() + (said.platformGuessed() ? " (told from the answer)" : "")),
                said.steps().stream().map(redacted::of).toList(),
                said.evidence().stream().map(redacted::of).toList(),
                given(said.check(), redacted),
                given(said.mistakenFor(), redacted),
                given(said.forwardable(), redacted),
                given(said.logId(), redacted),
                Optional.ofNullable(said.docs()).filter(docs -> docs.startsWith("https://")),
                entry);
    }

    private static Optional<String> given(@Nullable String text, Redacted redacted) {
        return Optional.ofNullable(text).map(redacted::of);
    }
}
