package io.adskull.token.platform.tiktok;

import io.adskull.vault.Secret;
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

    /// What is not set, if anything.
    Optional<String> missing() {
        return id.isPresent() && secret.isPresent()
                ? Optional.empty()
                : Optional.of("tiktok.app-id and tiktok.app-secret must be set (environment: TIKTOK_APP_ID, "
                        + "TIKTOK_APP_SECRET)");
    }

    /// @throws IllegalStateException when something is missing
    String id() {
        return id.orElseThrow(() -> new IllegalStateException(missing().orElseThrow()));
    }

    /// @throws IllegalStateException when something is missing
    Secret secret() {
        return secret.orElseThrow(() -> new IllegalStateException(missing().orElseThrow()));
    }
}
