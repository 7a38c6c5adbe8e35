package io.adskull.contract.remediation;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a person or program needs to act on one failure, without asking another service.
///
/// @param accountName what the platform calls the account; the account id when the name is not known
/// @param businessName what people call the connection; null when not known
/// @param resource [Resource#ACCOUNT] for a cause that reaches past one resource
/// @param confidence how sure the diagnosis is
/// @param steps what to do, in order, at least one
/// @param forwardable a text to send to whoever must act, when that is somebody else than the reader; else null
/// @param docs the platform's own page about it, https; null where there is none
/// @param logId the platform's log id of the newest failing answer, to quote in a support ticket
/// @param requestId the platform's request id of the newest failing answer
/// @param evidence sentences that say why this cause and no other
/// @param code the platform's own error code, as text
/// @param message the platform's own words, at most 500 characters; never trusted as markup
/// @param endpoint path of the newest failing call
/// @param occurrences failing answers so far, at least 1
/// @param traceId W3C trace id of the answer that opened it; null when it came without one
/// @param check what would decide, where the answers alone decide too little; else null
/// @param mistakenFor what this is often taken for, and why it is not that; null where nobody mistakes it
public record Incident(
        IncidentId id,
        String tenant,
        AccountKey account,
        String accountName,
        @Nullable String businessName,
        @Nullable ConnectionId connection,
        Resource resource,
        Cause cause,
        Actor actor,
        Severity severity,
        Confidence confidence,
        AutomaticAction automaticAction,
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
        String endpoint,
        @Nullable Integer httpStatus,
        Instant openedAt,
        Instant lastSeenAt,
        long occurrences,
        @Nullable String traceId,
        @Nullable String check,
        @Nullable String mistakenFor) {
    /// Tenant of incidents that concern a whole platform or our own app: those who run this service, and no
    /// advertiser.
    public static final String OPERATORS = "operators";

    /// Whether a person's new consent mends it.
    public boolean mendedByReconnecting() {
        return connection != null
                && actor == Actor.ACCOUNT_USER
                && switch (cause) {
                    case TOKEN_EXPIRED, TOKEN_INVALID, REFRESH_TOKEN_INVALID, SCOPE_MISSING, AUTH_CODE_INVALID -> true;
                    default -> false;
                };
    }

    public Incident {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an incident says at least one step");
        }
    }
}
