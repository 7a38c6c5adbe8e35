package io.adskull.dashboard.overview;

import io.adskull.contract.account.AccountKey;
import java.util.Optional;

/// Which incidents, in which order; nothing chosen means all. Resolved ones are as new as their end, others as their
/// beginning.
///
/// @param after where to go on
/// @param limit at least 1
public record IncidentQuery(
        Optional<IncidentState> state,
        Optional<AccountKey> account,
        IncidentFilter filter,
        IncidentOrder order,
        Optional<IncidentCursor> after,
        int limit) {
    public static IncidentQuery all(IncidentState state, int limit) {
        return new IncidentQuery(
                Optional.of(state),
                Optional.empty(),
                IncidentFilter.NONE,
                IncidentOrder.NEWEST,
                Optional.empty(),
                limit);
    }

    public IncidentQuery of(AccountKey account) {
        return new IncidentQuery(state, Optional.of(account), filter, order, after, limit);
    }

    /// All of an account's, open or not.
    public static IncidentQuery history(AccountKey account, Optional<IncidentCursor> after, int limit) {
        return new IncidentQuery(
                Optional.empty(), Optional.of(account), IncidentFilter.NONE, IncidentOrder.NEWEST, after, limit);
    }

    public IncidentQuery after(Optional<IncidentCursor> last) {
        return new IncidentQuery(state, account, filter, order, last, limit);
    }

    IncidentQuery oneMore() {
        return new IncidentQuery(state, account, filter, order, after, limit + 1);
    }

    boolean byEnd() {
        return order == IncidentOrder.NEWEST
                && state.filter(IncidentState.RESOLVED::equals).isPresent();
    }

    /// The attribute that says how new they are.
    String newness() {
        return byEnd() ? "resolvedAt" : "openedAt";
    }

    /// Where the list goes on after this incident.
    IncidentCursor cursor(IncidentView last) {
        return new IncidentCursor(
                Optional.of(last.health()).filter(_ -> order == IncidentOrder.WORST),
                byEnd() && last.resolvedAt() != null ? last.resolvedAt() : last.openedAt(),
                last.id());
    }
}
