package io.adskull.classifier.incident;

import io.adskull.classifier.evidence.TokenWord;
import io.adskull.classifier.wide.PlatformWord;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Remediation;
import java.util.List;
import java.util.Optional;

/// What one event did to an account: its state afterwards, and what the world hears of it.
///
/// @param after empty: nothing is known of the account any more
/// @param asides what is said to others than those who read of incidents
/// @param worthKeeping false when losing `after` costs nothing but a slightly older memory
public record Transition(
        Optional<AccountState> after, boolean worthKeeping, List<Outgoing> outgoing, List<Aside> asides) {

    /// @param trace of the answer that caused it
    public record Outgoing(Remediation remediation, Optional<TraceParent> trace) {}

    /// Something that the ledger says aside.
    public sealed interface Aside {
        /// @param id the same however often it is replayed
        record AskAgain(String id, PollRequested request) implements Aside {}

        record ToConnection(ConnectionId connection, TokenWord word) implements Aside {}

        record ToPlatform(PlatformWord word) implements Aside {}
    }

    public Transition {
        outgoing = List.copyOf(outgoing);
        asides = List.copyOf(asides);
    }

    /// One that says nothing aside.
    public Transition(Optional<AccountState> after, boolean worthKeeping, List<Outgoing> outgoing) {
        this(after, worthKeeping, outgoing, List.of());
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
