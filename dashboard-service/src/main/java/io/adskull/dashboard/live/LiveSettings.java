package io.adskull.dashboard.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How browsers are kept up to date.
@ConfigMapping(prefix = "adskull.live")
public interface LiveSettings {

    /// Browsers that one replica serves; the next one is told to come back later.
    @WithDefault("1000")
    int maxSubscribers();

    /// How often a silent stream proves that it lives, so that no proxy cuts it.
    @WithDefault("PT15S")
    Duration heartbeat();

    /// How long to wait before listening again after the database went away.
    @WithDefault("PT1S")
    Duration reconnectAfter();
}
