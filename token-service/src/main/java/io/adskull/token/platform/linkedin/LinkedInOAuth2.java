package io.adskull.token.platform.linkedin;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How LinkedIn speaks OAuth 2
// (https://learn.microsoft.com/linkedin/shared/authentication/programmatic-refresh-tokens). Only approved
/// partners get refresh tokens; those end 365 days after the consent, whatever happens in between, and say how much is
// left.
@Singleton
class LinkedInOAuth2 implements OAuth2Profile {
    private final LinkedInSettings settings;

    LinkedInOAuth2(LinkedInSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.LINKEDIN;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("linkedin", settings.appId(), settings.appSecret());
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

    /// For native apps only.
    @Override
    public boolean pkce() {
        return false;
    }

    @Override
    public List<String> scopes() {
        return settings.scopes();
    }

    @Override
    public Set<String> cancelWords() {
        return Set.of("user_cancelled_login", "user_cancelled_authorize", "access_denied");
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.of(Duration.ofDays(60));
    }

    @Override
    public Optional<Duration> usualGrantLifetime() {
        return Optional.of(Duration.ofDays(365));
    }
}
