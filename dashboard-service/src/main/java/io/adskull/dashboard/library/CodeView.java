package io.adskull.dashboard.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One code as JSON; a list leaves out what only the code's own answer says.
///
/// @param page where people read it
/// @param source where the code is named in public; null when only its family is
/// @param check what would decide, where the code alone decides too little
/// @param otherwise what words beside the code can make of it
@Schema(name = "LibraryCode")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeView(
        Platform platform,
        String code,
        String page,
        String title,
        Cause cause,
        Actor actor,

        @Schema(description = "Whether the code alone says too little, so that the words beside it must decide")
        boolean disputed,

        @Nullable Confidence confidence,
        @Nullable Boolean retryable,
        @Nullable AutomaticAction automaticAction,
        @Nullable String explanation,
        @Nullable List<String> steps,
        @Nullable String docs,
        @Nullable String mistakenFor,
        @Nullable String check,
        @Nullable String source,
        @Nullable List<Meaning> otherwise) {

    static CodeView brief(Entry entry) {
        return new CodeView(
                entry.platform(),
                entry.code(),
                entry.address(),
                entry.title(),
                entry.cause(),
                entry.actor(),
                entry.disputed(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static CodeView whole(Entry entry, List<Meaning> otherwise) {
        return new CodeView(
                entry.platform(),
                entry.code(),
                entry.address(),
                entry.title(),
                entry.cause(),
                entry.actor(),
                entry.disputed(),
                entry.alone().confidence(),
                entry.alone().retryable(),
                entry.alone().automaticAction(),
                entry.explanation(),
                entry.steps(),
                entry.docs().orElse(null),
                entry.mistakenFor().orElse(null),
                entry.check().orElse(null),
                entry.source().orElse(null),
                otherwise);
    }
}
