package io.adskull.poller.platform.tiktok;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Our share of what TikTok allows our developer app.
@ConfigMapping(prefix = "adskull.poll.tiktok")
interface TikTokBudget {
    /// TikTok's Basic level allows 10 a second for the whole app; the rest is left to people and reconnects.
    @WithDefault("8")
    int qps();
}
