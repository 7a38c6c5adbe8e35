package io.adskull.diagnosis.catalogue;

import java.util.Collection;
import java.util.List;

/// Whether the connection's consent covers what an endpoint needs.
enum Grant {
    COVERED,
    LACKING,
    /// The endpoint's scopes or those of the connection are not known.
    UNKNOWN;

    /// @param enough scopes of which one is enough
    static Grant of(Collection<String> enough, List<String> granted) {
        if (enough.isEmpty() || granted.isEmpty()) {
            return UNKNOWN;
        }
        return granted.stream().anyMatch(enough::contains) ? COVERED : LACKING;
    }
}
