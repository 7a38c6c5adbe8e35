package io.adskull.simulator.tiktok;

import jakarta.inject.Singleton;
import java.util.Optional;

/// The developer app whose id and secret every exchange must show.
@Singleton
public final class DeveloperApp {
    private final Optional<String> id;
    private final Optional<String> secret;

    DeveloperApp(TikTokConfig config) {
        this.id = config.appId();
        this.secret = config.appSecret();
    }

    /// Why these credentials are refused, if they are.
    public Optional<Reply> refusal(String appId, String appSecret) {
        if (id.isPresent() && !id.get().equals(appId)) {
            return Optional.of(new Reply.Refused(40113, "The app " + appId + " does not exist or has been blocked."));
        }
        if (secret.isPresent() && !secret.get().equals(appSecret)) {
            return Optional.of(new Reply.Refused(40101, "The app_id and the secret do not match."));
        }
        return Optional.empty();
    }

    public boolean known(String appId) {
        return id.isEmpty() || id.get().equals(appId);
    }
}
