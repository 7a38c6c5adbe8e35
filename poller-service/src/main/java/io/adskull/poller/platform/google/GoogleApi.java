package io.adskull.poller.platform.google;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where Google Ads is, and who we are there.
@ConfigMapping(prefix = "google")
interface GoogleApi {
    @WithDefault("https://googleads.googleapis.com/v22")
    URI apiUrl();

    /// Of the manager account that owns the app.
    Optional<String> developerToken();
}
