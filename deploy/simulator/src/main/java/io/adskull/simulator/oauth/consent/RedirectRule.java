package io.adskull.simulator.oauth.consent;

import io.adskull.simulator.oauth.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which addresses a person may be sent back to: the configured ones, compared whole, and on this machine
/// `/callback/<platform>` at any port, since a demo chooses its ports.
public final class RedirectRule {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final Settings settings;
    private final String callback;

    public RedirectRule(Settings settings, String platform) {
        this.settings = settings;
        this.callback = "/callback/" + platform;
    }

    boolean allows(String address) {
        if (settings.redirectUris().contains(address)) {
            return true;
        }
        try {
            URI uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && THIS_MACHINE.contains(uri.getHost())
                    && uri.getRawUserInfo() == null
                    && callback.equals(uri.getRawPath())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /// `address` as it was given, with more parameters behind it.
    public static String with(String address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return address + (address.contains("?") ? "&" : "?") + query;
    }
}
