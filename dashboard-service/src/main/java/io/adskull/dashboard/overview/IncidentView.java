package io.adskull.dashboard.overview;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One incident with all that a person needs to act on it; also its JSON.
///
/// @param alerts messages sent about it, oldest first
/// @param resolvedBecause what showed that it is over; null while open
public record IncidentView(
        UUID id,
        Platform platform,
        String accountId,
        String accountName,
        @Nullable String businessName,
        Resource resource,
        Cause cause,
        Actor actor,
        Severity severity,
        IncidentState state,
        String title,
        String explanation,
        List<String> steps,
        @Nullable String forwardable,
        @Nullable String docs,
        @Nullable String logId,
        @Nullable String requestId,
        List<String> evidence,
        @Nullable String code,
        @Nullable String message,
        @Nullable String endpoint,
        @Nullable Integer httpStatus,
        Confidence confidence,
        AutomaticAction automaticAction,
        Instant openedAt,
        Instant lastSeenAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBecause,
        long occurrences,
        @Nullable String traceId,
        @Nullable String check,
        @Nullable String mistakenFor,
        List<AlertView> alerts) {

    static IncidentView of(IncidentRow row, List<AlertView> alerts) {
        Incident incident = EventJson.read(row.document.getBytes(StandardCharsets.UTF_8), Incident.class);
        return new IncidentView(
                row.id,
                incident.account().platform(),
                incident.account().accountId(),
                incident.accountName(),
                incident.businessName(),
                incident.resource(),
                incident.cause(),
                incident.actor(),
                incident.severity(),
                row.state,
                incident.title(),
                incident.explanation(),
                incident.steps(),
                incident.forwardable(),
                incident.docs(),
                incident.logId(),
                incident.requestId(),
                incident.evidence(),
                incident.code(),
                incident.message(),
                incident.endpoint(),
                incident.httpStatus(),
                incident.confidence(),
                incident.automaticAction(),
                row.openedAt,
                incident.lastSeenAt(),
                row.resolvedAt,
                row.resolvedBecause,
                incident.occurrences(),
                incident.traceId(),
                incident.check(),
                incident.mistakenFor(),
                alerts);
    }

    public AccountKey account() {
        return new AccountKey(platform, accountId);
    }

    /// How much of the account stands still because of it.
    public Health health() {
        return Health.of(actor, severity, automaticAction);
    }

    public boolean open() {
        return state == IncidentState.OPEN;
    }
}
