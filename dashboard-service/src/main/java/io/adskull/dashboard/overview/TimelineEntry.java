package io.adskull.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that happened to an incident; also its JSON.
///
/// @param note in words, if there is more to say
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TimelineEntry(
        Instant at, @JsonProperty("what") Kind kind, Optional<String> note) {
    /// A new kind needs its label (`web/HistoryWords`), and a colour where it matters (`incident.css`).
    public enum Kind {
        OPENED,
        UPDATED,
        RESOLVED,
        /// A message reached its receiver.
        DELIVERED,
        /// A message did not, and is not tried again.
        GAVE_UP;

        /// As JSON and style sheets write it.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static TimelineEntry of(TransitionRow row) {
        return new TimelineEntry(row.at, Kind.valueOf(row.transition), Optional.ofNullable(row.note));
    }

    static TimelineEntry of(AlertView alert) {
        return new TimelineEntry(
                alert.at(),
                alert.delivered() ? Kind.DELIVERED : Kind.GAVE_UP,
                Optional.of(
                        alert.to() + ", " + alert.occasion() + (alert.reason() == null ? "" : ": " + alert.reason())));
    }
}
