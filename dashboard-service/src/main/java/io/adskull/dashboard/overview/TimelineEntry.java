package io.adskull.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.adskull.dashboard.credentials.CredentialEntry;
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
        GAVE_UP,
        /// AdSkull renewed the connection's access by itself.
        RENEWED,
        /// It tried to.
        RENEWAL_FAILED,
        /// The platform renews the access no more.
        ACCESS_LOST,
        /// A person agreed again.
        RECONNECTED;

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

    /// Empty for what is no attempt to repair.
    static Optional<TimelineEntry> of(CredentialEntry change) {
        Optional<Kind> kind =
                switch (change.change()) {
                    case "REFRESHED" -> Optional.of(Kind.RENEWED);
                    case "REFRESH_FAILED" -> Optional.of(Kind.RENEWAL_FAILED);
                    case "RECONNECT_REQUIRED" -> Optional.of(Kind.ACCESS_LOST);
                    case "RECONNECTED" -> Optional.of(Kind.RECONNECTED);
                    default -> Optional.empty();
                };
        return kind.map(known -> new TimelineEntry(change.at(), known, Optional.ofNullable(change.reason())));
    }
}
