package io.adskull.poller.platform.pinterest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where Pinterest is.
@ConfigMapping(prefix = "pinterest")
interface PinterestApi {
    @WithDefault("https://api.pinterest.com/v5")
    URI apiUrl();
}
