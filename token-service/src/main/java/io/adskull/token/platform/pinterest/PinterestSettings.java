package io.adskull.token.platform.pinterest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "pinterest")
public interface PinterestSettings {
    /// App id and secret key of the developer portal.
    Optional<String> appId();

    Optional<String> appSecret();

    @WithDefault("https://www.pinterest.com/oauth/")
    URI consentUrl();

    @WithDefault("https://api.pinterest.com/v5/oauth/token")
    URI tokenUrl();

    @WithDefault("https://api.pinterest.com/v5")
    URI apiUrl();

    @WithDefault("ads:read,user_accounts:read,catalogs:read")
    List<String> scopes();
}
