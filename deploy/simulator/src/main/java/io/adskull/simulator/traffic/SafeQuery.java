package io.adskull.simulator.traffic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A query without what must not be shown: tokens, secrets and authorisation codes.
public final class SafeQuery {
    private static final Set<String> SECRET = Set.of(
            "access_token",
            "secret",
            "app_secret",
            "client_secret",
            "refresh_token",
            "auth_code",
            "code",
            "token",
            "code_verifier",
            "oauth_token",
            "oauth_verifier",
            "fb_exchange_token",
            "input_token");

    private SafeQuery() {}

    public static Map<String, String> of(Map<String, String> query) {
        Map<String, String> safe = new LinkedHashMap<>(query);
        safe.replaceAll((name, value) -> SECRET.contains(name) ? "(hidden)" : value);
        return safe;
    }
}
