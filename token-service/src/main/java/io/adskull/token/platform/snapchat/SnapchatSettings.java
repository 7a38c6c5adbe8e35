package io.adskull.token.platform.snapchat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "snapchat")
public interface SnapchatSettings {
    /// OAuth app of the business dashboard.
    Optional<String> appId();

    Optional<String> appSecret();

    @WithDefault("https://accounts.snapchat.com/login/oauth2/authorize")
    URI consentUrl();

    @WithDefault("https://accounts.snapchat.com/login/oauth2/access_token")
    URI tokenUrl();

    @WithDefault("https://adsapi.snapchat.com/v1")
    URI apiUrl();

    @WithDefault("snapchat-marketing-api")
    List<String> scopes();
}
