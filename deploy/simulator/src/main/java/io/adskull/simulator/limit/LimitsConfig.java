package io.adskull.simulator.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/// Limits that a demo or a test wants to be others than those of a platform's `limits.yaml`.
@ConfigMapping(prefix = "adskull.simulator")
public interface LimitsConfig {
    /// By platform id.
    @WithParentName
    Map<String, Platform> platforms();

    /// The limits of one platform.
    interface Platform {
        /// Calls that fit into a window, by the limit's name.
        Map<String, Integer> limits();
    }
}
