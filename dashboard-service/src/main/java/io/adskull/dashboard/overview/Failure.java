package io.adskull.dashboard.overview;

import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;
import java.time.Instant;
import java.util.UUID;

/// What an open incident says about the health of its account.
public record Failure(
        UUID id,
        String account,
        Resource resource,
        Cause cause,
        Actor actor,
        Severity severity,
        AutomaticAction automaticAction,
        Instant openedAt) {

    Health health() {
        return Health.of(actor, severity, automaticAction);
    }

    /// Whether it concerns every part of the account.
    boolean accountWide() {
        return accountWide(resource, cause);
    }

    static boolean accountWide(Resource resource, Cause cause) {
        return resource == Resource.ACCOUNT || cause.reach() != Cause.Reach.RESOURCE;
    }

    PermissionState permission() {
        return permissionAfter(cause);
    }

    static PermissionState permissionAfter(Cause cause) {
        return switch (cause) {
            case TOKEN_EXPIRED,
                    TOKEN_INVALID,
                    REFRESH_TOKEN_INVALID,
                    SCOPE_MISSING,
                    RESOURCE_PERMISSION_MISSING,
                    ACCOUNT_ACCESS_MISSING,
                    APP_NOT_APPROVED,
                    APP_CREDENTIALS_INVALID,
                    AUTH_CODE_INVALID,
                    USER_ACTION_REQUIRED,
                    NETWORK_RESTRICTED -> PermissionState.DENIED;
            case ACCOUNT_DISABLED,
                    BILLING_REQUIRED,
                    RATE_LIMITED,
                    QUOTA_EXHAUSTED,
                    PLATFORM_ERROR,
                    PLATFORM_MAINTENANCE,
                    INVALID_REQUEST,
                    NOT_FOUND,
                    CONFLICT,
                    API_VERSION_RETIRED,
                    POLICY_VIOLATION,
                    UNKNOWN -> PermissionState.DEGRADED;
        };
    }
}
