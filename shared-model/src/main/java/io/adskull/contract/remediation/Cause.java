package io.adskull.contract.remediation;

/// What broke. One word for one thing on every platform.
public enum Cause {
    TOKEN_EXPIRED(Reach.CONNECTION),
    TOKEN_INVALID(Reach.CONNECTION),
    REFRESH_TOKEN_INVALID(Reach.CONNECTION),
    SCOPE_MISSING(Reach.RESOURCE),
    RESOURCE_PERMISSION_MISSING(Reach.RESOURCE),
    ACCOUNT_ACCESS_MISSING(Reach.ACCOUNT),
    ACCOUNT_DISABLED(Reach.ACCOUNT),
    BILLING_REQUIRED(Reach.ACCOUNT),
    USER_ACTION_REQUIRED(Reach.ACCOUNT),
    APP_NOT_APPROVED(Reach.RESOURCE),
    APP_CREDENTIALS_INVALID(Reach.CONNECTION),
    AUTH_CODE_INVALID(Reach.CONNECTION),
    RATE_LIMITED(Reach.ACCOUNT),
    QUOTA_EXHAUSTED(Reach.RESOURCE),
    PLATFORM_ERROR(Reach.ACCOUNT),
    PLATFORM_MAINTENANCE(Reach.ACCOUNT),
    INVALID_REQUEST(Reach.RESOURCE),
    NOT_FOUND(Reach.RESOURCE),
    CONFLICT(Reach.RESOURCE),
    API_VERSION_RETIRED(Reach.RESOURCE),
    POLICY_VIOLATION(Reach.RESOURCE),
    NETWORK_RESTRICTED(Reach.ACCOUNT),
    UNKNOWN(Reach.RESOURCE);

    /// How far a cause reaches beyond the one call that showed it.
    public enum Reach {
        RESOURCE,
        ACCOUNT,
        CONNECTION
    }

    private final Reach reach;

    Cause(Reach reach) {
        this.reach = reach;
    }

    /// A cause that reaches past one resource is one incident of the account, however many of its calls fail.
    public Reach reach() {
        return reach;
    }
}
