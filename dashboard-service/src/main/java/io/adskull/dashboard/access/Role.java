package io.adskull.dashboard.access;

/// What a person may do; the names stand in the token's `groups`.
public final class Role {
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";

    /// One of the SaaS's own people, who looks across tenants. No tenant gives it, whatever else a person may do there.
    public static final String STAFF = "staff";

    private Role() {}
}
