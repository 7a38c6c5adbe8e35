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

    /// How long a message waits for further accounts of its connection to fail for the same reason. A connection with
    /// one account waits for none, nor does what concerns the whole connection.
    @WithDefault("PT10S")
    Duration groupWait();

    /// How long accounts that join later are gathered before one message tells of them.
    @WithDefault("PT5M")
    Duration groupInterval();

    /// An account that fails so long after the last one that joined has a trouble of its own.
    @WithDefault("PT1H")
    Duration groupWindow();
}
