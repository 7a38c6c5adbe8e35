package io.adskull.dashboard.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened to a connection's credentials.
///
/// @param id of the event that told it
/// @param change such as `REFRESHED` or `RECONNECT_REQUIRED`
/// @param reason why it went wrong; null where nothing did
/// @param expiresAt when the access ends that the change speaks of; null where that is not by time or not known
public record CredentialEntry(
        String id,
        String change,
        Instant at,
        @Nullable String reason,
        @Nullable Instant expiresAt) {

    static CredentialEntry of(CredentialChangeRow row) {
        return new CredentialEntry(row.eventId, row.change, row.at, row.reason, row.expiresAt);
    }

    /// In words, such as "Renewed" or "Renewal failed".
    public String label() {
        return switch (change) {
            case "REFRESHED" -> "Access renewed";
            case "REFRESH_FAILED" -> "Renewal failed";
            case "EXPIRING" -> "Told that the consent ends";
            case "RECONNECT_REQUIRED" -> "Access lost: must be connected again";
            case "RECONNECTED" -> "Connected";
            case "DISCONNECTED" -> "Disconnected";
            default -> change;
        };
    }
}
