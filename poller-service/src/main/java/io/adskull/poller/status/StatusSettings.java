package io.adskull.poller.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How often platforms' status pages are read.
@ConfigMapping(prefix = "adskull.poll")
public interface StatusSettings {
    /// TikTok asks for no less than this.
    @WithDefault("PT30M")
    Duration statusInterval();

    /// From the start until they are read first.
    @WithDefault("PT1M")
    Duration statusDelay();
}
