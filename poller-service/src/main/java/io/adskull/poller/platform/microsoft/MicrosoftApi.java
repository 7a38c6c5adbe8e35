package io.adskull.poller.platform.microsoft;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where Microsoft Advertising is, and who we are there.
@ConfigMapping(prefix = "microsoft")
interface MicrosoftApi {
    @WithDefault("https://clientcenter.api.bingads.microsoft.com")
    URI apiUrl();

    @WithDefault("https://campaign.api.bingads.microsoft.com")
    URI campaignUrl();

    Optional<String> developerToken();
}
