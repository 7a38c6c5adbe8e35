package io.adskull.simulator.tiktok;

import io.adskull.simulator.SimulatedPlatform;
import jakarta.inject.Singleton;

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
}
