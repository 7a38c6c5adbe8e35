package io.adskull.token.platform.microsoft;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How Microsoft speaks OAuth 2 (https://learn.microsoft.com/advertising/guides/authentication-oauth). Each refresh
// brings a new refresh
/// token; the old one is not ended by that, but dies of 90 days without use.
@Singleton
class MicrosoftOAuth2 implements OAuth2Profile {
    private final MicrosoftSettings settings;

    MicrosoftOAuth2(MicrosoftSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.MICROSOFT;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("microsoft", settings.appId(), settings.appSecret());
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
    public List<String> scopes() {
        return settings.scopes();
    }

    /// Somebody with a personal and a work account must be able to choose.
    @Override
    public Map<String, String> consentParameters() {
        return Map.of("prompt", "select_account");
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.of(Duration.ofHours(1));
    }

    @Override
    public Optional<Duration> usualGrantLifetime() {
        return Optional.of(Duration.ofDays(90));
    }
}
