package io.adskull.dashboard.connections;

import io.adskull.dashboard.credentials.CredentialEntry;
import io.adskull.dashboard.credentials.CredentialHistory;
import io.adskull.dashboard.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The connection that an address names and its history, or 404: the same answer for what does not exist, is
/// malformed, or belongs to another tenant.
@ApplicationScoped
class FoundConnection {
    private final ListConnections connections;
    private final CredentialHistory history;

    FoundConnection(ListConnections connections, CredentialHistory history) {
        this.connections = connections;
        this.history = history;
    }

    ConnectionDetail of(String id) {
        return parse(id).flatMap(connections::one).orElseThrow(() -> Problem.notFound("There is no such connection."));
    }

    /// Newest first.
    Part<CredentialEntry> history(ConnectionDetail connection, Optional<String> after, int limit) {
        List<CredentialEntry> fetched = after.isEmpty()
                ? history.newest(connection.id(), limit + 1)
                : history.before(connection.id(), after.get(), limit + 1).orElseThrow(Part::unknown);
        return Part.of(fetched, limit, CredentialEntry::id);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
