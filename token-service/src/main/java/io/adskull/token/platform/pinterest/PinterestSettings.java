package io.adskull.token.platform.pinterest;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "pinterest")
public interface PinterestSettings extends OAuth2Settings {
    /// App id and secret key of the developer portal.
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    @WithDefault("https://www.pinterest.com/oauth/")
    @Override
    URI consentUrl();

    @WithDefault("https://api.pinterest.com/v5/oauth/token")
    @Override
    URI tokenUrl();

    @WithDefault("https://api.pinterest.com/v5")
    URI apiUrl();

    @WithDefault("ads:read,user_accounts:read,catalogs:read")
    @Override
    List<String> scopes();
}
