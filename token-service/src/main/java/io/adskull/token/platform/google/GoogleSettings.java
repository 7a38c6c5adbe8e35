package io.adskull.token.platform.google;

import io.adskull.token.platform.oauth2.OAuth2Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "google")
public interface GoogleSettings extends OAuth2Settings {
    /// OAuth client id and secret of type "Web application".
    @Override
    Optional<String> appId();

    @Override
    Optional<String> appSecret();

    /// Of our manager account's API center; every call of the API carries it.
    Optional<String> developerToken();

    @WithDefault("https://accounts.google.com/o/oauth2/v2/auth")
    @Override
    URI consentUrl();

    @WithDefault("https://oauth2.googleapis.com/token")
    @Override
    URI tokenUrl();

    @WithDefault("https://oauth2.googleapis.com/revoke")
    URI revokeUrl();

    @WithDefault("https://openidconnect.googleapis.com/v1/userinfo")
    URI userUrl();

    @WithDefault("https://googleads.googleapis.com/v22")
    URI apiUrl();

    /// `openid email` tells who consented.
    @WithDefault("openid,email,https://www.googleapis.com/auth/adwords")
    @Override
    List<String> scopes();
}
