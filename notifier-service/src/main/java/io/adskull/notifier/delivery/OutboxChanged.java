package io.adskull.notifier.delivery;

import java.util.List;
import java.util.Set;

/// Something in the outbox is to be sent. Fired inside a transaction, heard after it committed.
///
/// @param promised messages that were promised to this process as they were written
/// @param waiting destinations that something else is due to
public record OutboxChanged(List<Claimed> promised, Set<String> waiting) {
    public OutboxChanged {
        promised = List.copyOf(promised);
        waiting = Set.copyOf(waiting);
    }
}
