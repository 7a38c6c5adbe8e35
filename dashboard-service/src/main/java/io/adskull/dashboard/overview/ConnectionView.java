package io.adskull.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last thing heard of a connection's credentials.
///
/// @param change such as `REFRESHED` or `RECONNECT_REQUIRED`
/// @param expiresAt when the access token ends; null when it does not end by time
/// @param endsAt after which only a new consent helps; null where none is known
public record ConnectionView(
        String change,
        Instant at,
        @Nullable Instant expiresAt,
        @Nullable Instant endsAt) {

    /// Whether nothing can be read any more until somebody connects it again.
    @JsonIgnore
    public boolean dead() {
        return change.equals("RECONNECT_REQUIRED");
    }

    /// Since when nobody can look at its accounts; empty while somebody can. Not dead, it may still be renewed.
    @JsonIgnore
    public Optional<Instant> unwatchedSince() {
        if (dead()) {
            return Optional.of(at);
        }
        return Optional.ofNullable(expiresAt).filter(end -> change.equals("REFRESH_FAILED") && !at.isBefore(end));
    }

    static ConnectionView of(ConnectionRow row) {
        return new ConnectionView(row.change, row.at, row.expiresAt, row.endsAt);
    }
}
