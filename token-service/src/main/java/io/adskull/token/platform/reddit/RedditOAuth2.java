package io.adskull.token.platform.reddit;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How Reddit speaks OAuth 2 (https://github.com/reddit-archive/reddit/wiki/OAuth2). With `duration=permanent` the
// refresh token
/// does not end by time and stays the same.
@Singleton
class RedditOAuth2 implements OAuth2Profile {
    private final RedditSettings settings;

    RedditOAuth2(RedditSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.REDDIT;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("reddit", settings.appId(), settings.appSecret());
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
    public Map<String, String> consentParameters() {
        return Map.of("duration", "permanent");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", settings.userAgent());
    }

    @Override
    public Optional<Duration> usualLifetime() {
        return Optional.of(Duration.ofHours(1));
    }
}
