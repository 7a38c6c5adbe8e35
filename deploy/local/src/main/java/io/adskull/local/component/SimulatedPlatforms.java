package io.adskull.local.component;

import io.adskull.contract.account.Platform;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where the simulator plays each platform, as the environment variables of the services that call platforms. A
/// platform for which the environment names a developer app is the real one.
record SimulatedPlatforms(String simulator, Map<String, String> environment) {
    private static final String APP_ID = "_APP_ID";
    private static final String APP_SECRET = "_APP_SECRET";
    private static final String UNLIMITED = "1000000000000";

    /// Platform → variable → path at the simulator.
    private static final Map<Platform, Map<String, String>> PATHS = Map.of(
            Platform.TIKTOK,
            Map.of("API_URL", "", "ACCOUNT_CONSENT_URL", "/v2/auth/authorize/"),
            Platform.META,
            Map.of("CONSENT_URL", "/meta/v23.0/dialog/oauth", "API_URL", "/meta/v23.0"),
            Platform.GOOGLE,
            Map.of(
                    "CONSENT_URL", "/google/o/oauth2/v2/auth",
                    "TOKEN_URL", "/google/token",
                    "REVOKE_URL", "/google/revoke",
                    "USER_URL", "/google/v3/userinfo",
                    "API_URL", "/google/v22"),
            Platform.LINKEDIN,
            Map.of(
                    "CONSENT_URL", "/linkedin/oauth/v2/authorization",
                    "TOKEN_URL", "/linkedin/oauth/v2/accessToken",
                    "REVOKE_URL", "/linkedin/oauth/v2/revoke",
                    "API_URL", "/linkedin"),
            Platform.MICROSOFT,
            Map.of(
                    "CONSENT_URL", "/microsoft/common/oauth2/v2.0/authorize",
                    "TOKEN_URL", "/microsoft/common/oauth2/v2.0/token",
                    "API_URL", "/microsoft",
                    "CAMPAIGN_URL", "/microsoft"),
            Platform.PINTEREST,
            Map.of(
                    "CONSENT_URL", "/pinterest/oauth/",
                    "TOKEN_URL", "/pinterest/v5/oauth/token",
                    "API_URL", "/pinterest/v5"),
            Platform.SNAPCHAT,
            Map.of(
                    "CONSENT_URL", "/snapchat/login/oauth2/authorize",
                    "TOKEN_URL", "/snapchat/login/oauth2/access_token",
                    "API_URL", "/snapchat/v1"),
            Platform.REDDIT,
            Map.of(
                    "CONSENT_URL", "/reddit/api/v1/authorize",
                    "TOKEN_URL", "/reddit/api/v1/access_token",
                    "REVOKE_URL", "/reddit/api/v1/revoke_token",
                    "API_URL", "/reddit/api/v3"),
            Platform.X,
            Map.of("OAUTH_URL", "/x/oauth", "REVOKE_URL", "/x/1.1/oauth/invalidate_token", "API_URL", "/x"),
            Platform.AMAZON,
            Map.of(
                    "CONSENT_URL", "/amazon/ap/oa",
                    "TOKEN_URL", "/amazon/auth/o2/token",
                    "USER_URL", "/amazon/user/profile",
                    "NA_URL", "/amazon/na",
                    "EU_URL", "/amazon/eu",
                    "FE_URL", "/amazon/fe"));

    /// Whether `platform` itself is talked to.
    static boolean isReal(Platform platform, Map<String, String> environment) {
        return List.of(APP_ID, APP_SECRET).stream()
                .noneMatch(name ->
                        environment.getOrDefault(prefix(platform) + name, "").isBlank());
    }

    /// Addresses and the demo's developer apps of all platforms that are simulated.
    Map<String, String> variables() {
        var all = new HashMap<String, String>();
        Arrays.stream(Platform.values())
                .filter(platform -> !isReal(platform, environment))
                .forEach(platform -> {
                    PATHS.getOrDefault(platform, Map.of())
                            .forEach((name, path) -> all.put(prefix(platform) + "_" + name, simulator + path));
                    all.put(prefix(platform) + APP_ID, "adskull-demo");
                    all.put(prefix(platform) + APP_SECRET, "adskull-demo-secret");
                });
        List.of(Platform.GOOGLE, Platform.MICROSOFT).stream()
                .filter(platform -> !isReal(platform, environment))
                .forEach(platform -> all.put(prefix(platform) + "_DEVELOPER_TOKEN", "adskull-demo-developer-token"));
        if (!isReal(Platform.META, environment)) {
            all.put("META_LOGIN_CONFIG_ID", "adskull-demo-config");
        }
        return Map.copyOf(all);
    }

    /// What the poller may ask the simulated platforms, as if their apps had no daily limit.
    Map<String, String> budgets(String callsPerSecond) {
        var all = new HashMap<String, String>();
        Arrays.stream(Platform.values())
                .filter(platform -> !isReal(platform, environment))
                .forEach(platform -> {
                    all.put("ADSKULL_POLL_" + prefix(platform) + "_QPS", callsPerSecond);
                    all.put("ADSKULL_POLL_" + prefix(platform) + "_DAILY", UNLIMITED);
                });
        return Map.copyOf(all);
    }

    private static String prefix(Platform platform) {
        return platform.id().toUpperCase(Locale.ROOT);
    }
}
