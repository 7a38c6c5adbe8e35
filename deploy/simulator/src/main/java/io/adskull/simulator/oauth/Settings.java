package io.adskull.simulator.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/// What a demo or a test sets for one platform. The developer app is also found where the services look for it.
public final class Settings {
    private final Optional<OauthConfig.Platform> set;
    private final Config services;
    private final String platform;

    Settings(OauthConfig config, Config services, String platform) {
        this.set = Optional.ofNullable(config.platforms().get(platform));
        this.services = services;
        this.platform = platform;
    }

    /// The one developer app that is known. Empty: any app is.
    Optional<String> appId() {
        return shared(OauthConfig.Platform::appId, "APP_ID");
    }

    /// Empty: any secret is right.
    public Optional<String> appSecret() {
        return shared(OauthConfig.Platform::appSecret, "APP_SECRET");
    }

    /// Empty: any developer token is right.
    public Optional<String> developerToken() {
        return shared(OauthConfig.Platform::developerToken, "DEVELOPER_TOKEN");
    }

    public List<String> redirectUris() {
        return set.flatMap(OauthConfig.Platform::redirectUris).orElse(List.of());
    }

    public Optional<Duration> codeLifetime() {
        return set.flatMap(OauthConfig.Platform::codeLifetime);
    }

    public Optional<Duration> accessTokenLifetime() {
        return set.flatMap(OauthConfig.Platform::accessTokenLifetime);
    }

    public Optional<Duration> refreshTokenLifetime() {
        return set.flatMap(OauthConfig.Platform::refreshTokenLifetime);
    }

    public Optional<Duration> consentLifetime() {
        return set.flatMap(OauthConfig.Platform::consentLifetime);
    }

    private Optional<String> shared(Function<OauthConfig.Platform, Optional<String>> own, String name) {
        return set.flatMap(own)
                .or(() -> services.getOptionalValue(platform.toUpperCase(Locale.ROOT) + "_" + name, String.class))
                .filter(value -> !value.isBlank());
    }
}
