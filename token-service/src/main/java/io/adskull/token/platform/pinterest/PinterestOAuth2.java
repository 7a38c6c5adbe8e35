package io.adskull.token.platform.pinterest;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How Pinterest speaks OAuth 2
// (https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/).
/// Refresh tokens are continuous: each refresh brings a new one that lives for 60 days.
@Singleton
class PinterestOAuth2 implements OAuth2Profile {
    private final PinterestSettings settings;

    PinterestOAuth2(PinterestSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.PINTEREST;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("pinterest", settings.appId(), settings.appSecret());
    }

    @Override
    public URI consentUrl() {
        return settings.consentUrl();
    }

    @Override
    public URI tokenUrl() {
        return settings.tokenUrl();
    }

    @Override
    public ClientAuthentication clientAuthentication() {
        return ClientAuthentication.BASIC;
    }

    /// Its documents know no challenge.
    @Override
    public boolean pkce() {
        return false;
    }

    @Override
    public List<String> scopes() {
        return settings.scopes();
    }

    @Override
    public String scopeSeparator() {
        return ",";
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.of(Duration.ofDays(30));
    }

    @Override
    public Optional<Duration> usualGrantLifetime() {
        return Optional.of(Duration.ofDays(60));
    }
}
