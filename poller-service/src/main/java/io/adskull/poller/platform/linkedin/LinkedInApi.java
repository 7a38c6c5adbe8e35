package io.adskull.poller.platform.linkedin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where LinkedIn is.
@ConfigMapping(prefix = "linkedin")
interface LinkedInApi {
    @WithDefault("https://api.linkedin.com")
    URI apiUrl();

    /// Year and month.
    @WithDefault("202610")
    String apiVersion();
}
