package io.adskull.token.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "adskull.outbox")
public interface OutboxSettings {
    /// How often waiting events are looked for.
    @WithDefault("PT1S")
    Duration every();

    /// Records that one transaction publishes at most.
    @WithDefault("200")
    int batch();

    /// Longest wait for the broker before the batch is left for the next turn.
    @WithDefault("PT20S")
    Duration patience();
}
