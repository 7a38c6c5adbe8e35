package io.adskull.diagnosis.google;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The numbers that some SDKs print instead of an enum's value, for the categories that say who may call at all.
/// https://github.com/googleapis/googleapis/tree/master/google/ads/googleads/v25/errors
final class EnumNumber {
    private static final Map<String, String> VALUES = """
            authenticationError.2 AUTHENTICATION_ERROR
            authenticationError.5 CLIENT_CUSTOMER_ID_INVALID
            authenticationError.8 CUSTOMER_NOT_FOUND
            authenticationError.9 GOOGLE_ACCOUNT_DELETED
            authenticationError.10 GOOGLE_ACCOUNT_COOKIE_INVALID
            authenticationError.12 GOOGLE_ACCOUNT_USER_AND_ADS_USER_MISMATCH
            authenticationError.13 LOGIN_COOKIE_REQUIRED
            authenticationError.14 NOT_ADS_USER
            authenticationError.15 OAUTH_TOKEN_INVALID
            authenticationError.16 OAUTH_TOKEN_EXPIRED
            authenticationError.17 OAUTH_TOKEN_DISABLED
            authenticationError.18 OAUTH_TOKEN_REVOKED
            authenticationError.19 OAUTH_TOKEN_HEADER_INVALID
            authenticationError.20 LOGIN_COOKIE_INVALID
            authenticationError.21 INVALID_EMAIL_ADDRESS
            authenticationError.22 USER_ID_INVALID
            authenticationError.23 TWO_STEP_VERIFICATION_NOT_ENROLLED
            authenticationError.24 ADVANCED_PROTECTION_NOT_ENROLLED
            authenticationError.25 GOOGLE_ACCOUNT_AUTHENTICATION_FAILED
            authenticationError.26 ORGANIZATION_NOT_RECOGNIZED
            authenticationError.27 ORGANIZATION_NOT_APPROVED
            authenticationError.28 ORGANIZATION_NOT_ASSOCIATED_WITH_DEVELOPER_TOKEN
            authenticationError.29 DEVELOPER_TOKEN_INVALID
            authorizationError.2 USER_PERMISSION_DENIED
            authorizationError.4 DEVELOPER_TOKEN_PROHIBITED
            authorizationError.5 PROJECT_DISABLED
            authorizationError.6 AUTHORIZATION_ERROR
            authorizationError.7 ACTION_NOT_PERMITTED
            authorizationError.8 INCOMPLETE_SIGNUP
            authorizationError.9 MISSING_TOS
            authorizationError.10 DEVELOPER_TOKEN_NOT_APPROVED
            authorizationError.11 INVALID_LOGIN_CUSTOMER_ID_SERVING_CUSTOMER_ID_COMBINATION
            authorizationError.12 SERVICE_ACCESS_DENIED
            authorizationError.13 DEVELOPER_TOKEN_NOT_ON_ALLOWLIST
            authorizationError.24 CUSTOMER_NOT_ENABLED
            authorizationError.25 ACCESS_DENIED_FOR_ACCOUNT_TYPE
            authorizationError.26 METRIC_ACCESS_DENIED
            authorizationError.27 CLOUD_PROJECT_NOT_UNDER_ORGANIZATION
            authorizationError.28 ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT
            authorizationError.32 CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION
            quotaError.2 RESOURCE_EXHAUSTED
            quotaError.3 ACCESS_PROHIBITED
            quotaError.4 RESOURCE_TEMPORARILY_EXHAUSTED
            quotaError.5 EXCESSIVE_SHORT_TERM_QUERY_RESOURCE_CONSUMPTION
            quotaError.6 EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION
            quotaError.7 PAYMENTS_PROFILE_ACTIVATION_RATE_LIMIT_EXCEEDED
            internalError.2 INTERNAL_ERROR
            internalError.3 ERROR_CODE_NOT_PUBLISHED
            internalError.4 TRANSIENT_ERROR
            internalError.5 DEADLINE_EXCEEDED
            headerError.3 INVALID_LOGIN_CUSTOMER_ID
            headerError.7 INVALID_LINKED_CUSTOMER_ID
            databaseError.2 CONCURRENT_MODIFICATION
            databaseError.3 DATA_CONSTRAINT_VIOLATION
            databaseError.4 REQUEST_TOO_LARGE
            """.lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private EnumNumber() {}

    static Optional<String> value(String category, String number) {
        return Optional.ofNullable(VALUES.get(category + "." + number));
    }
}
