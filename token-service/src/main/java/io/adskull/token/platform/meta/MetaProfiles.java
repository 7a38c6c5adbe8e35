package io.adskull.token.platform.meta;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.oauth2.OAuth2App;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import java.util.Map;

/// The code grants of Facebook Login. An answer that names no end has none; a challenge is known for OpenID
/// Connect only.
final class MetaProfiles {
    private MetaProfiles() {}

    /// What somebody declined once is asked for again
    /// (https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow).
    static OAuth2Profile user(MetaSettings settings) {
        return builder(settings)
                .kind("user")
                .consentParameters(Map.of("auth_type", "rerequest"))
                .build();
    }

    /// The configuration, not the scopes, says what is asked for
    /// (https://developers.facebook.com/docs/facebook-login/facebook-login-for-business).
    static OAuth2Profile systemUser(MetaSettings settings) {
        return builder(settings)
                .kind("system-user")
                .consentParameters(Map.of(
                        "config_id", settings.loginConfigId().orElse(""), "override_default_response_type", "true"))
                .build();
    }

    private static OAuth2Profile.Builder builder(MetaSettings settings) {
        return new OAuth2Profile.Builder(
                        Platform.META,
                        OAuth2App.of("meta", settings.appId(), settings.appSecret()),
                        settings.consentUrl(),
                        Address.of(settings.apiUrl())
                                .path("/oauth/access_token")
                                .uri(),
                        settings.scopes())
                .withoutPkce()
                .scopesSeparatedBy(",");
    }
}
