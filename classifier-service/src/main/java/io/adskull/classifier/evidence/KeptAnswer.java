package io.adskull.classifier.evidence;

import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A failing answer whose cause hangs on what the account's other calls say, so that it can be diagnosed again
/// when they do.
///
/// @param headers as the answer travels, see [ApiResponse#headers()]
/// @param traceparent W3C trace context that the answer came with
/// @param decidedWith what was known when its cause was decided; null while it is held back undecided
/// @param revision how often other calls changed its cause
/// @param decidedConnection what the connection's other accounts heard when its cause was decided
/// @param waitsFor why it is held back while it is undecided
/// @param askAt when to ask for a re-test, by the wall clock; null when none is to be asked for
/// @param decideAt when to decide with what is then known, by the wall clock; null when nothing is due
/// @param othersUntil how long the connection's other accounts are waited for, by the wall clock; null when they
/// are not, or no longer
public record KeptAnswer(
        Map<String, String> headers,
        byte[] body,
        @Nullable String traceparent,
        int revision,
        @Nullable Visibility decidedWith,
        @Nullable Instant decideAt,
        @Nullable Standing decidedConnection,
        @Nullable WaitsFor waitsFor,
        @Nullable Instant askAt,
        @Nullable Instant othersUntil) {
    /// What an undecided answer waits for.
    public enum WaitsFor {
        /// Other answers, which may change its cause.
        EVIDENCE,
        /// A second answer, before a person is told to connect again.
        CONFIRMATION,
        /// Other accounts, which may fail alike.
        OTHERS
    }

    /// A longer answer is never kept: an error that needs other evidence is a short one.
    private static final int MAX_LENGTH = 8 << 10;

    public static boolean canKeep(ApiResponse answer) {
        int headers =
                answer.headers().values().stream().mapToInt(String::length).sum();
        return answer.body().length + headers <= MAX_LENGTH;
    }

    public static KeptAnswer heldBack(
            ApiResponse answer, Optional<String> traceparent, WaitsFor reason, Instant decideAt) {
        return new KeptAnswer(
                answer.headers(), answer.body(), traceparent.orElse(null), 0, null, decideAt, null, reason, null, null);
    }

    public static KeptAnswer decided(
            ApiResponse answer, Optional<String> traceparent, Visibility with, Standing connection) {
        return new KeptAnswer(
                answer.headers(), answer.body(), traceparent.orElse(null), 0, with, null, connection, null, null, null);
    }

    public ApiResponse answer() {
        return ApiResponse.from(headers, body);
    }

    public boolean undecided() {
        return decidedWith == null;
    }

    /// Whether it is held back for this reason.
    public boolean waitsFor(WaitsFor reason) {
        return undecided() && (waitsFor == null ? WaitsFor.EVIDENCE : waitsFor) == reason;
    }

    public boolean isDue(Instant now) {
        return decideAt != null && !decideAt.isAfter(now);
    }

    public boolean isToBeAskedFor(Instant now) {
        return askAt != null && !askAt.isAfter(now);
    }

    public boolean waitsForOthers(Instant now) {
        return othersUntil != null && othersUntil.isAfter(now);
    }

    /// When something about it is due first, by the wall clock.
    public Optional<Instant> nextDueAt() {
        return Stream.of(decideAt, askAt, othersUntil).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    public KeptAnswer dueAt(Optional<Instant> at) {
        return new KeptAnswer(
                headers,
                body,
                traceparent,
                revision,
                decidedWith,
                at.orElse(null),
                decidedConnection,
                waitsFor,
                askAt,
                othersUntil);
    }

    public KeptAnswer askAt(Optional<Instant> at) {
        return new KeptAnswer(
                headers,
                body,
                traceparent,
                revision,
                decidedWith,
                decideAt,
                decidedConnection,
                waitsFor,
                at.orElse(null),
                othersUntil);
    }

    public KeptAnswer othersUntil(Optional<Instant> at) {
        return new KeptAnswer(
                headers,
                body,
                traceparent,
                revision,
                decidedWith,
                decideAt,
                decidedConnection,
                waitsFor,
                askAt,
                at.orElse(null));
    }

    public KeptAnswer decided(Visibility with, Standing connection) {
        return new KeptAnswer(headers, body, traceparent, revision, with, null, connection, null, null, null);
    }

    public KeptAnswer revised(Visibility with, Standing connection) {
        return new KeptAnswer(headers, body, traceparent, revision + 1, with, null, connection, null, null, null);
    }

    /// Whether nothing is known now that was not known when its cause was decided. What is not known any more
    /// changes no mind.
    public boolean isStillSeenWith(Visibility visibility, Standing connection) {
        Standing decidedBy = decidedConnection == null ? Standing.UNKNOWN : decidedConnection;
        return (visibility == decidedWith || visibility == Visibility.UNKNOWN)
                && (connection == decidedBy || connection == Standing.UNKNOWN);
    }
}
