package io.adskull.dashboard;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.overview.IncidentState;
import io.adskull.dashboard.overview.IncidentView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Automated Rules of a TikTok account are refused, seen once; a test changes what it is about.
public final class AnIncident {
    private static final Instant NOON = Fabricated.NOON;

    private AccountKey account = new AccountKey(Platform.TIKTOK, "7012345678901234567");
    private String accountName = "Northwind Kids";
    private @Nullable String business = "Northwind Agency";
    private Resource resource = Resource.AUTOMATED_RULES;
    private AutomaticAction action = AutomaticAction.RETEST_SLOWLY;
    private @Nullable String logId = "20261122120000ABCDEF0123456789ABCD";
    private @Nullable String requestId = "7439c0de";
    private @Nullable String code = "40001";
    private @Nullable String message = "No permission to operate";
    private @Nullable Integer httpStatus = 200;
    private @Nullable Instant resolvedAt;
    private long occurrences = 1;

    public AnIncident platform(Platform now) {
        return account(new AccountKey(now, account.accountId()));
    }

    public AnIncident account(AccountKey now) {
        account = now;
        return this;
    }

    public AnIncident accountName(String now) {
        accountName = now;
        return this;
    }

    public AnIncident business(@Nullable String now) {
        business = now;
        return this;
    }

    public AnIncident resource(Resource now) {
        resource = now;
        return this;
    }

    public AnIncident tries(AutomaticAction now) {
        action = now;
        return this;
    }

    public AnIncident logId(@Nullable String now) {
        logId = now;
        return this;
    }

    public AnIncident requestId(@Nullable String now) {
        requestId = now;
        return this;
    }

    public AnIncident code(@Nullable String now) {
        code = now;
        return this;
    }

    public AnIncident message(@Nullable String now) {
        message = now;
        return this;
    }

    public AnIncident httpStatus(@Nullable Integer now) {
        httpStatus = now;
        return this;
    }

    public AnIncident resolvedAt(Instant now) {
        resolvedAt = now;
        return this;
    }

    public AnIncident occurrences(long now) {
        occurrences = now;
        return this;
    }

    public IncidentView view() {
        return new IncidentView(
                UUID.fromString("0d5bd2b5-6d4e-4c06-9d0c-3a3f4d0a7c11"),
                account.platform(),
                account.accountId(),
                accountName,
                business,
                resource,
                Cause.RESOURCE_PERMISSION_MISSING,
                Actor.BUSINESS_ADMIN,
                Severity.WARNING,
                resolvedAt == null ? IncidentState.OPEN : IncidentState.RESOLVED,
                "Automated Rules are refused",
                "AdSkull may not read them.",
                List.of("Press Re-test."),
                null,
                null,
                logId,
                requestId,
                List.of(),
                code,
                message,
                "/open_api/v1.3/optimizer/rule/list/",
                httpStatus,
                Confidence.CERTAIN,
                action,
                NOON,
                NOON.plusSeconds(1800),
                resolvedAt,
                resolvedAt == null ? null : "The call works again.",
                occurrences,
                null,
                null,
                null,
                List.of());
    }
}
