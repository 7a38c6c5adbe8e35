package io.adskull.poller.platform.x;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where X is, and who we are there.
@ConfigMapping(prefix = "x")
interface XApi {
    @WithDefault("https://ads-api.x.com")
    URI apiUrl();

    /// The app's consumer key.
    Optional<String> appId();

    Optional<String> appSecret();
}
