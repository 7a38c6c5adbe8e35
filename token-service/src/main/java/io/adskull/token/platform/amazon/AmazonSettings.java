package io.adskull.token.platform.amazon;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "amazon")
public interface AmazonSettings extends OAuth2Settings {
    /// Login with Amazon security profile that was approved for the Ads API.
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    @WithDefault("https://www.amazon.com/ap/oa")
    @Override
    URI consentUrl();

    @WithDefault("https://api.amazon.com/auth/o2/token")
    @Override
    URI tokenUrl();

    /// Says who consented.
    @WithDefault("https://api.amazon.com/user/profile")
    URI userUrl();

    @WithDefault("https://advertising-api.amazon.com")
    URI naUrl();

    @WithDefault("https://advertising-api-eu.amazon.com")
    URI euUrl();

    @WithDefault("https://advertising-api-fe.amazon.com")
    URI feUrl();

    @WithDefault("advertising::campaign_management,profile")
    @Override
    List<String> scopes();
}
