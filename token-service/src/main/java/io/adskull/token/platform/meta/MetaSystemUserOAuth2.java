package io.adskull.token.platform.meta;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The code grant of Facebook Login for Business: the configuration, not the scopes, says what is asked for
/// (https://developers.facebook.com/docs/facebook-login/facebook-login-for-business).
@Singleton
class MetaSystemUserOAuth2 implements OAuth2Profile {
    private final MetaSettings settings;
    private final MetaUserOAuth2 user;

    MetaSystemUserOAuth2(MetaSettings settings, MetaUserOAuth2 user) {
        this.settings = settings;
        this.user = user;
    }

    @Override
    public Platform platform() {
        return user.platform();
    }

    @Override
    public String kind() {
        return "system-user";
    }

    @Override
    public OAuth2App app() {
        return user.app();
    }

    @Override
    public URI consentUrl() {
        return user.consentUrl();
    }

    @Override
    public URI tokenUrl() {
        return user.tokenUrl();
    }

    @Override
    public boolean pkce() {
        return false;
    }

    @Override
    public List<String> scopes() {
        return user.scopes();
    }

    @Override
    public String scopeSeparator() {
        return user.scopeSeparator();
    }

    @Override
    public Map<String, String> consentParameters() {
        return Map.of("config_id", settings.loginConfigId().orElse(""), "override_default_response_type", "true");
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.empty();
    }
}
