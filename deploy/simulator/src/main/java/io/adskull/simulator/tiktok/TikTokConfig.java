package io.adskull.simulator.tiktok;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the simulated TikTok differs from the real one, where a demo or a test wants it to.
@ConfigMapping(prefix = "adskull.simulator.tiktok")
public interface TikTokConfig {
    /// The one developer app that is known. Empty: any app is.
    Optional<String> appId();

    /// Its secret. Empty: any secret is right.
    Optional<String> appSecret();

    @WithDefault("PT1H")
    Duration advertiserCodeLifetime();

    @WithDefault("PT10M")
    Duration accountCodeLifetime();

    /// Life of a TikTok-account access token; TikTok's is 24 h.
    @WithDefault("PT120S")
    Duration accountTokenLifetime();

    @WithDefault("P365D")
    Duration refreshTokenLifetime();

    /// How long a used refresh token still works, which is not at all at TikTok.
    @WithDefault("PT0S")
    Duration refreshReuseGrace();

    /// When a login that withdraws its authorisation does so, counted from the exchange.
    @WithDefault("PT5S")
    Duration revokeAfter();

    /// Redirect addresses allowed besides those on this machine; compared whole.
    Optional<List<String>> redirectUris();
}
