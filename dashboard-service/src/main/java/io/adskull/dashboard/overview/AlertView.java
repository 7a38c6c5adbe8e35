package io.adskull.dashboard.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message about an incident.
///
/// @param transition `OPENED` or `RESOLVED`
/// @param outcome `DELIVERED` or `GAVE_UP`
/// @param reason why it was given up; null when it was delivered
public record AlertView(
        String channel,
        String recipient,
        String transition,
        String outcome,
        Instant at,
        @Nullable String reason) {

    static AlertView of(AlertRow row) {
        return new AlertView(row.channel, row.recipient, row.transition, row.outcome, row.at, row.reason);
    }
}
