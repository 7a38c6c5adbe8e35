package io.adskull.token.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "adskull.platforms")
public interface PlatformSettings {
    /// Longest wait for one answer of a platform.
    @WithDefault("PT15S")
    Duration patience();
}
