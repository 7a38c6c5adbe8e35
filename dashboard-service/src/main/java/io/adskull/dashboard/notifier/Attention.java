package io.adskull.dashboard.notifier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people answered so far to the alert about an incident.
///
/// @param acknowledgedAt null as long as nobody did
/// @param snoozedUntil null unless reminders wait until then
public record Attention(
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant snoozedUntil) {

    /// Whether anybody did anything that still counts.
    public boolean given() {
        return acknowledgedAt != null || snoozedUntil != null;
    }

    record Snooze(long hours) {}
}
