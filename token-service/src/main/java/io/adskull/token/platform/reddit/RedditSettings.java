package io.adskull.token.platform.reddit;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "reddit")
public interface RedditSettings extends OAuth2Settings {
    /// Client id and secret of the developer application, of type "web app".
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    @WithDefault("https://www.reddit.com/api/v1/authorize")
    @Override
    URI consentUrl();

    @WithDefault("https://www.reddit.com/api/v1/access_token")
    @Override
    URI tokenUrl();

    @WithDefault("https://www.reddit.com/api/v1/revoke_token")
    URI revokeUrl();

    @WithDefault("https://ads-api.reddit.com/api/v3")
    URI apiUrl();

    /// Reddit turns away clients that do not say who they are.
    @WithDefault("java:io.adskull:1.0 (ad account watch)")
    String userAgent();

    @WithDefault("adsread,identity")
    @Override
    List<String> scopes();
}
