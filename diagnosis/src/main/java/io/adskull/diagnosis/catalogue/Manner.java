package io.adskull.diagnosis.catalogue;

import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;

/// How a cause is treated unless a rule says otherwise: how bad it is, what the system does, whether waiting may
/// heal it.
record Manner(Severity severity, AutomaticAction action, boolean retryable) {

    static Manner of(Cause cause) {
        return switch (cause) {
            case TOKEN_EXPIRED -> new Manner(Severity.INFO, AutomaticAction.REFRESH_TOKEN, true);
            case RATE_LIMITED, QUOTA_EXHAUSTED, PLATFORM_ERROR, PLATFORM_MAINTENANCE ->
                new Manner(Severity.INFO, AutomaticAction.RETRY_WITH_BACKOFF, true);
            case TOKEN_INVALID, ACCOUNT_ACCESS_MISSING, ACCOUNT_DISABLED, BILLING_REQUIRED, USER_ACTION_REQUIRED ->
                new Manner(Severity.CRITICAL, AutomaticAction.RETEST_SLOWLY, false);
            case REFRESH_TOKEN_INVALID, AUTH_CODE_INVALID -> new Manner(Severity.CRITICAL, AutomaticAction.NONE, false);
            case SCOPE_MISSING, RESOURCE_PERMISSION_MISSING, NOT_FOUND, POLICY_VIOLATION, CONFLICT ->
                new Manner(Severity.WARNING, AutomaticAction.RETEST_SLOWLY, false);
            case APP_NOT_APPROVED, APP_CREDENTIALS_INVALID, NETWORK_RESTRICTED ->
                new Manner(Severity.CRITICAL, AutomaticAction.NONE, false);
            case INVALID_REQUEST, API_VERSION_RETIRED -> new Manner(Severity.WARNING, AutomaticAction.NONE, false);
            case UNKNOWN -> new Manner(Severity.WARNING, AutomaticAction.NONE, false);
        };
    }
}
