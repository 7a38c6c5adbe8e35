package io.adskull.token.platform.snapchat;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How Snapchat speaks OAuth 2 (https://developers.snap.com/api/marketing-api/Ads-API/authentication). Refresh tokens
// do not
/// end by time and stay the same.
@Singleton
class SnapchatOAuth2 implements OAuth2Profile {
    private final SnapchatSettings settings;

    SnapchatOAuth2(SnapchatSettings settings) {
        this.settings = settings;
    }

    @Override
    public Platform platform() {
        return Platform.SNAPCHAT;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public OAuth2App app() {
        return OAuth2App.of("snapchat", settings.appId(), settings.appSecret());
    }

    @Override
    public URI consentUrl() {
        return settings.consentUrl();
    }

    @Override
    public URI tokenUrl() {
        return settings.tokenUrl();
    }

    /// Known for its login kit only, not for the Marketing API.
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
        return Optional.of(Duration.ofMinutes(60));
    }
}
