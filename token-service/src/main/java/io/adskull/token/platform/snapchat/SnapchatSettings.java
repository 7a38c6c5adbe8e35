package io.adskull.token.platform.snapchat;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "snapchat")
public interface SnapchatSettings extends OAuth2Settings {
    /// OAuth app of the business dashboard.
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    @WithDefault("https://accounts.snapchat.com/login/oauth2/authorize")
    @Override
    URI consentUrl();

    @WithDefault("https://accounts.snapchat.com/login/oauth2/access_token")
    @Override
    URI tokenUrl();

    @WithDefault("https://adsapi.snapchat.com/v1")
    URI apiUrl();

    @WithDefault("snapchat-marketing-api")
    @Override
    List<String> scopes();
}
