package io.adskull.poller.platform.amazon;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where Amazon Ads is, and who we are there.
@ConfigMapping(prefix = "amazon")
interface AmazonApi {
    @WithDefault("https://advertising-api.amazon.com")
    URI naUrl();

    @WithDefault("https://advertising-api-eu.amazon.com")
    URI euUrl();

    @WithDefault("https://advertising-api-fe.amazon.com")
    URI feUrl();

    Optional<String> appId();
}
