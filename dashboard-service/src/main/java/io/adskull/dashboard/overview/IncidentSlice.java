package io.adskull.dashboard.overview;

import java.util.List;
import java.util.Optional;

/// A part of a list of incidents.
///
/// @param next where it goes on; empty at its end
public record IncidentSlice(List<IncidentView> incidents, Optional<IncidentCursor> next) {
    /// @param oneMore what the query found, and one more if there is one
    static IncidentSlice of(IncidentQuery query, List<IncidentView> oneMore) {
        if (oneMore.size() <= query.limit()) {
            return new IncidentSlice(oneMore, Optional.empty());
        }
        List<IncidentView> shown = oneMore.subList(0, query.limit());
        return new IncidentSlice(List.copyOf(shown), Optional.of(query.cursor(shown.getLast())));
    }
}
