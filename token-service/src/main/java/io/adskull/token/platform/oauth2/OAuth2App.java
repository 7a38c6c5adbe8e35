package io.adskull.token.platform.oauth2;

import io.adskull.vault.Secret;
import java.util.Optional;

/// Our developer app at a platform, whatever it calls the two: client, application, consumer.
///
/// @param missing the setting to make when there is no app, in words for the log
public record OAuth2App(Optional<String> id, Optional<Secret> secret, String missing) {

    /// @param prefix of the platform's settings
    public static OAuth2App of(String prefix, Optional<String> id, Optional<String> secret) {
        String missing = "%s.app-id and %s.app-secret must be set (environment: %s_APP_ID, %s_APP_SECRET)"
                .formatted(
                        prefix,
                        prefix,
                        prefix.toUpperCase(java.util.Locale.ROOT),
                        prefix.toUpperCase(java.util.Locale.ROOT));
        return new OAuth2App(
                id.filter(text -> !text.isBlank()),
                secret.filter(text -> !text.isBlank()).map(Secret::new),
                missing);
    }

    public boolean isSetUp() {
        return id.isPresent() && secret.isPresent();
    }
}
