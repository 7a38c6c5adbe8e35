package io.adskull.simulator.limit;

import java.time.Duration;
import java.time.Instant;

/// The calls of one app, account or person that still count. Not safe for use by several threads.
sealed interface CallWindow permits FixedWindow, SlidingWindow {
    /// @return calls that count now
    int used(Instant now);

    void add(Instant now);

    /// How long until `calls` of those that count now do not any more; until all are gone when there are
    /// fewer.
    Duration untilGone(int calls, Instant now);
}
