package io.adskull.notifier.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long people are spared.
@ConfigMapping(prefix = "adskull.alerts")
public interface PatienceConfig {

    /// How long a failure that AdSkull is mending by itself stays untold; what heals sooner is never told.
    @WithDefault("PT10M")
    Duration patience();
}
