package io.adskull.poller.schedule;

import java.time.Duration;
import java.util.Optional;

/// What a probe's end means for its next time.
public sealed interface ProbeOutcome {

    record Healthy() implements ProbeOutcome {}

    /// The same call will fail until a person acts.
    record Denied() implements ProbeOutcome {}

    /// The same call may work later.
    ///
    /// @param hint how long the platform asks us to wait
    record Troubled(Optional<Duration> hint) implements ProbeOutcome {}
}
