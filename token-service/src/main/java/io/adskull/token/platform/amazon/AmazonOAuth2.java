package io.adskull.token.platform.amazon;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How Login with Amazon speaks OAuth 2
// (https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html).
/// Refresh tokens do not end by time and stay the same; there is no place to give them back.
@Singleton
class AmazonOAuth2 implements OAuth2Profile {
    private final AmazonSettings settings;

    AmazonOAuth2(AmazonSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.AMAZON;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("amazon", settings.appId(), settings.appSecret());
    }

    @Override
    public URI consentUrl() {
        return settings.consentUrl();
    }

    @Override
    public URI tokenUrl() {
        return settings.tokenUrl();
    }

    /// Meant for apps without a secret, says Amazon.
    @Override
    public boolean pkce() {
        return false;
    }

    @Override
    public List<String> scopes() {
        return settings.scopes();
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.of(Duration.ofHours(1));
    }
}
