package io.adskull.token.platform.google;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How Google speaks OAuth 2 (https://developers.google.com/identity/protocols/oauth2/web-server). Its refresh tokens
/// do not end by time and stay the same, except that an app in testing gets some that live seven days and say so.
@Singleton
class GoogleOAuth2 implements OAuth2Profile {
    private final GoogleSettings settings;

    GoogleOAuth2(GoogleSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.GOOGLE;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("google", settings.appId(), settings.appSecret());
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
    public Optional<URI> revokeUrl() {
        return Optional.of(settings.revokeUrl());
    }

    @Override
    public List<String> scopes() {
        return settings.scopes();
    }

    /// Without both, Google gives a refresh token only for a person's first consent.
    @Override
    public Map<String, String> consentParameters() {
        return Map.of("access_type", "offline", "prompt", "consent");
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.of(Duration.ofHours(1));
    }
}
