package io.adskull.dashboard.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where the dashboard is on the internet.
@ConfigMapping(prefix = "adskull")
public interface SiteSettings {

    /// As browsers reach it; stands in canonical links and in the site map.
    @WithDefault("http://localhost:8080")
    URI dashboardUrl();
}
