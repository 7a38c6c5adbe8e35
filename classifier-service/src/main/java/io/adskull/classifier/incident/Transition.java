package io.adskull.classifier.incident;

import io.adskull.contract.remediation.Remediation;
import java.util.List;
import java.util.Optional;

/// What one event did to an account: its state afterwards, and what the world hears of it.
///
/// @param after empty: nothing is known of the account any more
/// @param worthKeeping false when losing `after` costs nothing but a slightly older memory
public record Transition(Optional<AccountState> after, boolean worthKeeping, List<Outgoing> outgoing) {

    /// @param trace of the answer that caused it
    public record Outgoing(Remediation remediation, Optional<TraceParent> trace) {}

    public Transition {
        outgoing = List.copyOf(outgoing);
    }

    public static Transition unchanged(Optional<AccountState> state) {
        return new Transition(state, false, List.of());
    }

    public static Transition remembered(AccountState state) {
        return new Transition(Optional.of(state), true, List.of());
    }

    public static Transition forgotten() {
        return new Transition(Optional.empty(), true, List.of());
    }
}
