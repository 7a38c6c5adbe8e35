package io.adskull.dashboard.overview;

import io.adskull.contract.account.AccountKey;
import java.util.Optional;

/// Which incidents, newest first; nothing chosen means all. Resolved ones are as new as their end, others as their
/// beginning.
///
/// @param after where to go on
/// @param limit at least 1
public record IncidentQuery(
        Optional<IncidentState> state, Optional<AccountKey> account, Optional<IncidentCursor> after, int limit) {
    public static IncidentQuery all(IncidentState state, int limit) {
        return new IncidentQuery(Optional.of(state), Optional.empty(), Optional.empty(), limit);
    }

    public IncidentQuery of(AccountKey account) {
        return new IncidentQuery(state, Optional.of(account), after, limit);
    }

    /// All of an account's, open or not.
    public static IncidentQuery history(AccountKey account, Optional<IncidentCursor> after, int limit) {
        return new IncidentQuery(Optional.empty(), Optional.of(account), after, limit);
    }

    boolean byEnd() {
        return state.filter(IncidentState.RESOLVED::equals).isPresent();
    }

    /// Where the list goes on after this incident.
    IncidentCursor cursor(IncidentView last) {
        return new IncidentCursor(
                byEnd() && last.resolvedAt() != null ? last.resolvedAt() : last.openedAt(), last.id());
    }
}
