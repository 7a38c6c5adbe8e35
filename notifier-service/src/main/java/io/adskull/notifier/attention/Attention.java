package io.adskull.notifier.attention;

import io.adskull.contract.remediation.IncidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What people answered so far to the alert about an incident.
///
/// @param incident the first of those that are told together
/// @param acknowledgedAt null as long as nobody did; then nobody is reminded any more
/// @param snoozedUntil null unless reminders and news of further accounts wait until then, which is to come
public record Attention(
        IncidentId incident,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant snoozedUntil) {}
