package io.adskull.dashboard.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far reading the topics again is; also its JSON.
///
/// @param read records taken so far
/// @param all how many there are, as far as it is known
/// @param finishedAt when the new tables came into use, or when it was given up; null until then
/// @param trouble why it was given up; null otherwise
public record RebuildProgress(
        Instant startedAt,
        long read,
        long all,
        @Nullable Instant finishedAt,
        @Nullable String trouble) {
    static RebuildProgress begun(Instant at) {
        return new RebuildProgress(at, 0, 0, null, null);
    }

    RebuildProgress read(long records, long known) {
        return new RebuildProgress(startedAt, records, known, null, null);
    }

    RebuildProgress finished(Instant at) {
        return new RebuildProgress(startedAt, read, all, at, null);
    }

    RebuildProgress failed(Instant at, String why) {
        return new RebuildProgress(startedAt, read, all, at, why);
    }

    boolean underWay() {
        return finishedAt == null;
    }
}
