package io.adskull.endtoend.refresh;

import java.util.UUID;

/// A connection as token-service's database has it.
///
/// @param owner whose name the simulator gave
record StoredConnection(UUID id, String owner, boolean connected, long generation, boolean inDoubt) {
    Attempt attempt() {
        return new Attempt(id, generation);
    }
}
