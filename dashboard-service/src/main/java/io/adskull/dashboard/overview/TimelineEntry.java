package io.adskull.dashboard.overview;

import java.time.Instant;
import java.util.Optional;

/// Something that happened to an incident.
///
/// @param what `OPENED`, `UPDATED`, `RESOLVED`, `DELIVERED` or `GAVE_UP`
/// @param note in words, if there is more to say
public record TimelineEntry(Instant at, String what, Optional<String> note) {

    static TimelineEntry of(TransitionRow row) {
        return new TimelineEntry(row.at, row.transition, Optional.ofNullable(row.note));
    }

    static TimelineEntry of(AlertView alert) {
        return new TimelineEntry(
                alert.at(),
                alert.outcome(),
                Optional.of(
                        alert.to() + ", " + alert.occasion() + (alert.reason() == null ? "" : ": " + alert.reason())));
    }
}
