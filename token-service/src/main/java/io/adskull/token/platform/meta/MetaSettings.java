package io.adskull.token.platform.meta;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "meta")
public interface MetaSettings {
    /// App of type Business.
    Optional<String> appId();

    Optional<String> appSecret();

    /// Of a Facebook Login for Business configuration that issues system user tokens; needed for kind `system-user`.
    Optional<String> loginConfigId();

    @WithDefault("https://www.facebook.com/v23.0/dialog/oauth")
    URI consentUrl();

    @WithDefault("https://graph.facebook.com/v23.0")
    URI apiUrl();

    @WithDefault("ads_management,ads_read,business_management,public_profile")
    List<String> scopes();
}
