package io.adskull.poller.platform.meta;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where Meta is, and who we are there.
@ConfigMapping(prefix = "meta")
interface MetaApi {
    @WithDefault("https://graph.facebook.com/v23.0")
    URI apiUrl();

    Optional<String> appSecret();
}
