package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import java.util.Locale;

/// For whom an alert is.
public enum Audience {
    /// Who buys ads: the tenant whose account it is.
    ADVERTISERS,
    /// Who runs AdSkull: what no advertiser can mend.
    OPERATORS;

    /// Who can do something about it: what no advertiser can mend goes to the operators.
    public static Audience of(Incident incident) {
        return switch (incident.actor()) {
            case DEVELOPER, PLATFORM -> OPERATORS;
            case AUTOMATIC, ACCOUNT_USER, BUSINESS_ADMIN, BILLING_OWNER ->
                switch (incident.cause()) {
                    case INVALID_REQUEST,
                            API_VERSION_RETIRED,
                            APP_NOT_APPROVED,
                            APP_CREDENTIALS_INVALID,
                            NETWORK_RESTRICTED,
                            UNKNOWN -> OPERATORS;
                    case TOKEN_EXPIRED,
                            TOKEN_INVALID,
                            REFRESH_TOKEN_INVALID,
                            SCOPE_MISSING,
                            RESOURCE_PERMISSION_MISSING,
                            ACCOUNT_ACCESS_MISSING,
                            ACCOUNT_DISABLED,
                            BILLING_REQUIRED,
                            USER_ACTION_REQUIRED,
                            AUTH_CODE_INVALID,
                            RATE_LIMITED,
                            QUOTA_EXHAUSTED,
                            PLATFORM_ERROR,
                            PLATFORM_MAINTENANCE,
                            NOT_FOUND,
                            CONFLICT,
                            POLICY_VIOLATION -> ADVERTISERS;
                };
        };
    }

    /// As destinations and configuration keys spell it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
