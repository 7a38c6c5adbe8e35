package io.adskull.token.platform.tiktok;

import io.adskull.token.vault.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Our developer app at TikTok, as whom every token request is made.
@Singleton
class TikTokApp {
    private final Optional<String> id;
    private final Optional<Secret> secret;

    TikTokApp(TikTokSettings settings) {
        id = settings.appId();
        secret = settings.appSecret().map(Secret::new);
    }

    /// @throws IllegalStateException when the environment names no app
    String id() {
        return id.orElseThrow(() -> new IllegalStateException("tiktok.app-id is not set (environment: TIKTOK_APP_ID)"));
    }

    /// @throws IllegalStateException when the environment names no secret
    Secret secret() {
        return secret.orElseThrow(
                () -> new IllegalStateException("tiktok.app-secret is not set (environment: TIKTOK_APP_SECRET)"));
    }
}
