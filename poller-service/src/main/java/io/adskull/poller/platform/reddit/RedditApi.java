package io.adskull.poller.platform.reddit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where Reddit is.
@ConfigMapping(prefix = "reddit")
interface RedditApi {
    @WithDefault("https://ads-api.reddit.com/api/v3")
    URI apiUrl();

    @WithDefault("java:io.adskull:1.0 (ad account watch)")
    String userAgent();
}
