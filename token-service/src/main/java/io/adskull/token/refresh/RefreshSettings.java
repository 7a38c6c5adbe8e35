package io.adskull.token.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "adskull.refresh")
public interface RefreshSettings {
    /// How often due tokens are looked for; one second at least.
    @WithDefault("PT1S")
    Duration every();

    /// A token is refreshed this long before its end, or earlier when a share of its lifetime is less.
    @WithDefault("PT1H")
    Duration longestLead();

    /// The share of the lifetime, for tokens that live shortly.
    @WithDefault("0.2")
    double leadShare();

    /// Tokens are never refreshed sooner than this after they were issued, whatever lifetime the platform claims.
    @WithDefault("PT10S")
    Duration shortestAge();

    /// Connections that one replica takes at a time.
    @WithDefault("10")
    int batch();

    /// How long a replica may be at the platform before another one may try; longer than any call can last.
    @WithDefault("PT1M")
    Duration lease();

    /// Upper bound of the wait after a first failure; it doubles with each further one.
    @WithDefault("PT5S")
    Duration firstBackoff();

    @WithDefault("PT15M")
    Duration longestBackoff();
}
