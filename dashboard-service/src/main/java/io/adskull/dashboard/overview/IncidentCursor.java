package io.adskull.dashboard.overview;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.IncidentId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where a list of incidents goes on. Names the last incident that was shown, so that the next ones
/// are neither skipped nor shown twice when new ones come in between.
///
/// @param health what it makes of its account, in a list of the worst first
/// @param at when that incident opened, or when it was resolved in a list of resolved ones
public record IncidentCursor(Optional<Health> health, Instant at, UUID id) {
    private static final String BETWEEN = "~";

    /// @throws UnreadableEvent when the text is no cursor
    public static IncidentCursor parse(String text) {
        String[] parts = text.split(BETWEEN, -1);
        Optional<Health> health = Health.find(parts[0]);
        int rest = health.isPresent() ? 1 : 0;
        if (parts.length != rest + 2) {
            throw unreadable();
        }
        try {
            return new IncidentCursor(
                    health,
                    Instant.parse(parts[rest]),
                    IncidentId.parse(parts[rest + 1]).value());
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    private static UnreadableEvent unreadable() {
        return new UnreadableEvent("a cursor is what the answer before named");
    }

    /// As addresses write it.
    @Override
    public String toString() {
        return health.map(word -> word.word() + BETWEEN).orElse("") + at + BETWEEN + id;
    }
}
