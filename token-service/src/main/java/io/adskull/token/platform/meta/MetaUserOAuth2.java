package io.adskull.token.platform.meta;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The code grant of Facebook Login (https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow).
@Singleton
class MetaUserOAuth2 implements OAuth2Profile {
    private final MetaSettings settings;

    MetaUserOAuth2(MetaSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.META;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("meta", settings.appId(), settings.appSecret());
    }

    @Override
    public URI consentUrl() {
        return settings.consentUrl();
    }

    @Override
    public URI tokenUrl() {
        return Address.of(settings.apiUrl()).path("/oauth/access_token").uri();
    }

    /// Meta knows a challenge for OpenID Connect only.
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

    /// What somebody declined once is asked for again.
    @Override
    public Map<String, String> consentParameters() {
        return Map.of("auth_type", "rerequest");
    }

    /// An answer that names no end has none.
    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.empty();
    }
}
