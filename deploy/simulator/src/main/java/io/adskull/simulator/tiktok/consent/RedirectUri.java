package io.adskull.simulator.tiktok.consent;

import io.adskull.simulator.tiktok.TikTokConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which addresses a person may be sent back to: this machine's, and the configured ones, compared whole.
@Singleton
public final class RedirectUri {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final List<String> configured;

    RedirectUri(TikTokConfig config) {
        this.configured = config.redirectUris().orElse(List.of());
    }

    public boolean allowed(String address) {
        if (configured.contains(address)) {
            return true;
        }
        try {
            URI uri = URI.create(address);
            return Optional.ofNullable(uri.getScheme())
                            .filter(Set.of("http", "https")::contains)
                            .isPresent()
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && THIS_MACHINE.contains(uri.getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /// `address` as it was given, with more parameters behind it.
    public static URI with(String address, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(address + (address.contains("?") ? "&" : "?") + query);
    }
}
