package io.adskull.poller.platform.tiktok;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where TikTok is: itself, or the simulator.
@ConfigMapping(prefix = "tiktok")
interface TikTokAddress {
    @WithDefault("https://business-api.tiktok.com")
    URI apiUrl();
}
