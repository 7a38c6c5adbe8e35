package io.adskull.token.platform.linkedin;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "linkedin")
public interface LinkedInSettings extends OAuth2Settings {
    /// App with the Advertising API product.
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    @WithDefault("https://www.linkedin.com/oauth/v2/authorization")
    @Override
    URI consentUrl();

    @WithDefault("https://www.linkedin.com/oauth/v2/accessToken")
    @Override
    URI tokenUrl();

    @WithDefault("https://www.linkedin.com/oauth/v2/revoke")
    URI revokeUrl();

    @WithDefault("https://api.linkedin.com")
    URI apiUrl();

    /// A version lives for about a year, as `yyyymm`.
    @WithDefault("202610")
    String apiVersion();

    /// Another set would end the tokens that the member gave before.
    @WithDefault("openid,profile,r_ads,r_ads_reporting")
    @Override
    List<String> scopes();
}
