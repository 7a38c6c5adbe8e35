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
}
