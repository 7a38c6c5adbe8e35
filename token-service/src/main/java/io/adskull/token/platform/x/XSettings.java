package io.adskull.token.platform.x;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

@ConfigMapping(prefix = "x")
public interface XSettings {
    /// API key and secret of the app, which X must have approved for the Ads API.
    Optional<String> appId();

    Optional<String> appSecret();

    /// Below it stand `request_token`, `authorize` and `access_token`.
    @WithDefault("https://api.x.com/oauth")
    URI oauthUrl();

    /// Gives tokens back.
    @WithDefault("https://api.x.com/1.1/oauth/invalidate_token")
    URI revokeUrl();

    @WithDefault("https://ads-api.x.com")
    URI apiUrl();
}
