package io.adskull.poller.ingest;

/// Who may hand in answers; the names stand in the token's `groups`.
final class Role {
    static final String SERVICE = "service";
    static final String OPERATOR = "operator";
    static final String ADMIN = "admin";

    private Role() {}
}
