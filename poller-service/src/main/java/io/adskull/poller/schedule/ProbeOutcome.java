package io.adskull.poller.schedule;

import io.adskull.diagnosis.LimitScope;
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

    /// No call was made, for reasons of ours: no token could be had, or the platform is left alone for now.
    record Unasked() implements ProbeOutcome {}

    /// No call was made, since it would have come later than it was counted; it may be made as soon as there is room.
    record Held() implements ProbeOutcome {}

    /// The platform had too many calls.
    ///
    /// @param of whose limit it is, where the answer tells
    /// @param pause until calls are taken again
    record Limited(Optional<LimitScope> of, Duration pause) implements ProbeOutcome {}
}
