package io.adskull.dashboard.overview;

import io.adskull.contract.account.AccountKey;
import java.util.Optional;

/// Which incidents; nothing chosen means all.
///
/// @param limit at least 1
public record IncidentQuery(Optional<IncidentState> state, Optional<AccountKey> account, int limit) {

    public static IncidentQuery all(IncidentState state, int limit) {
        return new IncidentQuery(Optional.of(state), Optional.empty(), limit);
    }

    public IncidentQuery of(AccountKey account) {
        return new IncidentQuery(state, Optional.of(account), limit);
    }
}
