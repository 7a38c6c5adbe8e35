package io.adskull.token.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When the end of what no machine can renew is told: days ahead, each once. Pure.
final class KnownEnd {
    /// The last lets somebody still act on a working day.
    static final List<Integer> DAYS_AHEAD = List.of(30, 14, 7, 3, 1);

    private KnownEnd() {}

    /// The first telling that lies after `after`; empty when all are past.
    static Optional<Instant> nextTelling(Instant end, Instant after) {
        return DAYS_AHEAD.stream()
                .map(days -> end.minus(Duration.ofDays(days)))
                .filter(telling -> telling.isAfter(after))
                .findFirst();
    }
}
