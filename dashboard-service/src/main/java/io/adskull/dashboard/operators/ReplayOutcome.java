package io.adskull.dashboard.operators;

/// What became of the wish to publish a dead letter again.
public sealed interface ReplayOutcome {
    /// @param topic where it was published, without the environment's prefix
    record Done(String topic) implements ReplayOutcome {}

    /// Somebody did before, and nobody confirmed that it should be done again.
    record DoneBefore(Replayed by) implements ReplayOutcome {}

    record Gone() implements ReplayOutcome {}

    /// @param why in a sentence
    record Failed(String why) implements ReplayOutcome {}
}
