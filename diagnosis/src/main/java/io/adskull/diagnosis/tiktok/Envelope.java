package io.adskull.diagnosis.tiktok;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scalars of a JSON answer that say how the call went: those of the outermost object and, as `outer.inner`,
/// of the objects in it.
///
/// @param accounts what `data` lists, when it lists accounts with a state
record Envelope(Map<String, String> values, List<AccountState> accounts) {

    /// @param id of the account; empty when the answer does not say
    record AccountState(String id, String status) {}

    Envelope {
        values = Map.copyOf(values);
        accounts = List.copyOf(accounts);
    }

    /// The first of these that is there and not blank.
    Optional<String> first(String... names) {
        for (String name : names) {
            String value = values.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }
}
