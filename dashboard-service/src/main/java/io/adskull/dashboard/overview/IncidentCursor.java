package io.adskull.dashboard.overview;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.IncidentId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/// Where a list of incidents, newest first, goes on. Names the last incident that was shown, so that the next ones
/// are neither skipped nor shown twice when new ones come in between.
///
/// @param at when that incident opened, or when it was resolved in a list of resolved ones
public record IncidentCursor(Instant at, UUID id) {
    private static final char BETWEEN = '~';

    /// @throws UnreadableEvent when the text is no cursor
    public static IncidentCursor parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            throw new UnreadableEvent("a cursor is what the answer before named");
        }
        try {
            return new IncidentCursor(
                    Instant.parse(text.substring(0, between)),
                    IncidentId.parse(text.substring(between + 1)).value());
        } catch (DateTimeException e) {
            throw new UnreadableEvent("a cursor is what the answer before named");
        }
    }

    /// As addresses write it.
    @Override
    public String toString() {
        return at.toString() + BETWEEN + id;
    }
}
