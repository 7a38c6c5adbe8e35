package io.adskull.simulator.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// Where mail comes in, and whether messages outlive a restart.
@ConfigMapping(prefix = "adskull.simulator")
public interface InboxConfig {
    /// 0: any free port.
    @WithDefault("8091")
    int smtpPort();

    @WithDefault("0.0.0.0")
    String smtpHost();

    /// Folder for messages; empty: they live as long as the process.
    Optional<Path> data();
}
