package io.adskull.classifier.evidence;

import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances.Visibility;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A failing answer whose cause hangs on what the account's other calls say, so that it can be diagnosed again
/// when they do.
///
/// @param headers as the answer travels, see [ApiResponse#headers()]
/// @param traceparent W3C trace context that the answer came with
/// @param decidedWith what was known when its cause was decided; null while it is held back undecided
/// @param revision how often other calls changed its cause
/// @param decideAt when to decide with what is then known, by the wall clock; null when nothing is due
public record KeptAnswer(
        Map<String, String> headers,
        byte[] body,
        @Nullable String traceparent,
        int revision,
        @Nullable Visibility decidedWith,
        @Nullable Instant decideAt) {
    /// A longer answer is never kept: an error that needs other evidence is a short one.
    private static final int MAX_LENGTH = 8 << 10;

    public static boolean canKeep(ApiResponse answer) {
        int headers =
                answer.headers().values().stream().mapToInt(String::length).sum();
        return answer.body().length + headers <= MAX_LENGTH;
    }

    public static KeptAnswer heldBack(ApiResponse answer, Optional<String> traceparent, Instant decideAt) {
        return new KeptAnswer(answer.headers(), answer.body(), traceparent.orElse(null), 0, null, decideAt);
    }

    public static KeptAnswer decided(ApiResponse answer, Optional<String> traceparent, Visibility with) {
        return new KeptAnswer(answer.headers(), answer.body(), traceparent.orElse(null), 0, with, null);
    }

    public ApiResponse answer() {
        return ApiResponse.from(headers, body);
    }

    public boolean undecided() {
        return decidedWith == null;
    }

    public boolean isDue(Instant now) {
        return decideAt != null && !decideAt.isAfter(now);
    }

    public KeptAnswer dueAt(Optional<Instant> at) {
        return new KeptAnswer(headers, body, traceparent, revision, decidedWith, at.orElse(null));
    }

    public KeptAnswer decided(Visibility with) {
        return new KeptAnswer(headers, body, traceparent, revision, with, null);
    }

    public KeptAnswer revised(Visibility with) {
        return new KeptAnswer(headers, body, traceparent, revision + 1, with, null);
    }
}
