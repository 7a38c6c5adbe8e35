package io.adskull.simulator.tiktok;

import io.adskull.simulator.SimulatedPlatform;
import jakarta.inject.Singleton;
import java.util.Optional;

/// TikTok in the control API.
@Singleton
final class TikTokPlatform implements SimulatedPlatform {
    static final String NAME = "tiktok";
    static final String PREFIX = "/open_api/v1.3";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String pathPrefix() {
        return PREFIX;
    }

    /// Only TikTok-account tokens are refreshed.
    @Override
    public Optional<String> tokenPath() {
        return Optional.of("/tt_user/oauth2/refresh_token/");
    }
}
