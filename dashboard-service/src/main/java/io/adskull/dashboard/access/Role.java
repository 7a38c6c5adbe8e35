package io.adskull.dashboard.access;

/// What a person may do; the names stand in the token's `groups`.
public final class Role {
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";

    private Role() {}
}
