package io.adskull.token.platform.microsoft;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "microsoft")
public interface MicrosoftSettings extends OAuth2Settings {
    /// App registration in Microsoft Entra, for personal and work accounts.
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    /// Of the Microsoft Advertising developer portal; every call of the API carries it.
    Optional<String> developerToken();

    @WithDefault("https://login.microsoftonline.com/common/oauth2/v2.0/authorize")
    @Override
    URI consentUrl();

    @WithDefault("https://login.microsoftonline.com/common/oauth2/v2.0/token")
    @Override
    URI tokenUrl();

    @WithDefault("https://clientcenter.api.bingads.microsoft.com")
    URI apiUrl();

    @WithDefault("https://ads.microsoft.com/msads.manage,offline_access")
    @Override
    List<String> scopes();
}
