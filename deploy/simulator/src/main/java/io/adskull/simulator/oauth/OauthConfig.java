package io.adskull.simulator.oauth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a simulated platform differs from the real one, where a demo or a test wants it to.
@ConfigMapping(prefix = "adskull.simulator")
public interface OauthConfig {
    /// By platform id.
    @WithParentName
    Map<String, Platform> platforms();

    /// One platform; an absent lifetime is that of its `oauth.yaml`.
    interface Platform {
        /// The one developer app that is known. Empty: `<PLATFORM>_APP_ID`, and without that any app is.
        Optional<String> appId();

        /// Its secret. Empty: `<PLATFORM>_APP_SECRET`, and without that any secret is right.
        Optional<String> appSecret();

        /// Sent with calls to Google and Microsoft. Empty: `<PLATFORM>_DEVELOPER_TOKEN`, and without that any is right.
        Optional<String> developerToken();

        Optional<Duration> codeLifetime();

        Optional<Duration> accessTokenLifetime();

        /// Of one refresh token.
        Optional<Duration> refreshTokenLifetime();

        /// After which only a new consent helps.
        Optional<Duration> consentLifetime();

        /// Redirect addresses allowed besides this machine's `/callback/<platform>`; compared whole.
        Optional<List<String>> redirectUris();
    }
}
