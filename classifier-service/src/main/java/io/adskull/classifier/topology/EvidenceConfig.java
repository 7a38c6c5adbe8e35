package io.adskull.classifier.topology;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How patient a diagnosis is.
@ConfigMapping(prefix = "adskull.evidence")
public interface EvidenceConfig {

    /// How long a failure whose cause hangs on other calls is held back before it is decided with what is known:
    /// wrong advice is worse than none for ten seconds.
    @WithDefault("PT10S")
    Duration grace();

    /// How long a person is not told to connect again while only one answer says that they must. A second answer is
    /// asked for at once, so it seldom takes so long.
    @WithDefault("PT2M")
    Duration confirmation();

    Outage outage();

    /// When a platform's failures are one failure of the platform.
    interface Outage {

        /// How long an account's failure that may be the platform's is held back for others to fail alike.
        @WithDefault("PT30S")
        Duration hold();

        /// How many customers must see it at least.
        @WithDefault("3")
        int tenants();

        /// How many accounts must see it at least.
        @WithDefault("10")
        int accounts();

        /// Which share of the accounts that were answered within the window, from 0 to 1.
        @WithDefault("0.3")
        double share();

        /// How far back accounts are counted.
        @WithDefault("PT2M")
        Duration window();
    }
}
