package io.adskull.benchmarks.refresh;

import java.time.Instant;

/// When a token is refreshed next.
interface Planner {

    /// @param together whether others came at the same moment: after a consent, or late
    Instant refreshAt(Instant issuedAt, boolean together);
}
