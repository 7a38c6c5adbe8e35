package io.adskull.dashboard.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last thing heard of a connection's credentials.
///
/// @param change such as `REFRESHED` or `RECONNECT_REQUIRED`
/// @param expiresAt when the access token ends; null when it does not end by time
public record ConnectionView(
        String change, Instant at, @Nullable Instant expiresAt) {

    static ConnectionView of(ConnectionRow row) {
        return new ConnectionView(row.change, row.at, row.expiresAt);
    }
}
