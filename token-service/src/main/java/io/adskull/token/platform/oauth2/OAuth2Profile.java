package io.adskull.token.platform.oauth2;

import io.adskull.contract.account.Platform;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How one platform speaks OAuth 2. What a platform does not say otherwise is the standard's way.
///
/// @param revokeUrl where tokens are given back; empty where the platform has no such place
/// @param pkce whether the platform takes it
/// @param scopes always the same set: some platforms end older tokens of a person who consents to another one
/// @param consentParameters what the consent page is told beyond the standard's parameters
/// @param headers sent with every call of the token endpoint
/// @param cancelWords the errors that say that the person said no
/// @param usualLifetime of an access token when the answer does not say; empty: it does not end by time
/// @param refreshTokenLife when the answer does not say
public record OAuth2Profile(
        Platform platform,
        String kind,
        OAuth2App app,
        URI consentUrl,
        URI tokenUrl,
        Optional<URI> revokeUrl,
        ClientAuthentication clientAuthentication,
        boolean pkce,
        List<String> scopes,
        String scopeSeparator,
        Map<String, String> consentParameters,
        Map<String, String> headers,
        Set<String> cancelWords,
        Optional<Duration> usualLifetime,
        RefreshTokenLife refreshTokenLife) {

    /// How the app shows its secret at the token endpoint.
    public enum ClientAuthentication {
        /// In the `Authorization` header.
        BASIC,
        /// As `client_id` and `client_secret` in the form.
        POST
    }

    /// The standard's way, with what every platform has of its own.
    public static Builder of(Platform platform, OAuth2Settings settings) {
        return new Builder(
                platform,
                OAuth2App.of(platform.id(), settings.appId(), settings.appSecret()),
                settings.consentUrl(),
                settings.tokenUrl(),
                settings.scopes());
    }

    /// What a platform does differently.
    public static final class Builder {
        private final Platform platform;
        private final OAuth2App app;
        private final URI consentUrl;
        private final URI tokenUrl;
        private final List<String> scopes;
        private String kind = "advertiser";
        private Optional<URI> revokeUrl = Optional.empty();
        private ClientAuthentication clientAuthentication = ClientAuthentication.POST;
        private boolean pkce = true;
        private String scopeSeparator = " ";
        private Map<String, String> consentParameters = Map.of();
        private Map<String, String> headers = Map.of();
        private Set<String> cancelWords = Set.of("access_denied");
        private Optional<Duration> usualLifetime = Optional.empty();
        private RefreshTokenLife refreshTokenLife = RefreshTokenLife.ENDLESS;

        public Builder(Platform platform, OAuth2App app, URI consentUrl, URI tokenUrl, List<String> scopes) {
            this.platform = platform;
            this.app = app;
            this.consentUrl = consentUrl;
            this.tokenUrl = tokenUrl;
            this.scopes = List.copyOf(scopes);
        }

        public Builder kind(String name) {
            kind = name;
            return this;
        }

        public Builder revokedAt(URI url) {
            revokeUrl = Optional.of(url);
            return this;
        }

        public Builder basicAuthentication() {
            clientAuthentication = ClientAuthentication.BASIC;
            return this;
        }

        public Builder withoutPkce() {
            pkce = false;
            return this;
        }

        public Builder scopesSeparatedBy(String separator) {
            scopeSeparator = separator;
            return this;
        }

        public Builder consentParameters(Map<String, String> parameters) {
            consentParameters = Map.copyOf(parameters);
            return this;
        }

        public Builder headers(Map<String, String> all) {
            headers = Map.copyOf(all);
            return this;
        }

        public Builder cancelledBy(String... errors) {
            cancelWords = Set.of(errors);
            return this;
        }

        public Builder usualLifetime(Duration lifetime) {
            usualLifetime = Optional.of(lifetime);
            return this;
        }

        /// All refresh tokens of a consent end together, so long after it.
        public Builder refreshTokensEndAfter(Duration lifetime) {
            refreshTokenLife = new RefreshTokenLife(Optional.of(lifetime), false);
            return this;
        }

        /// Each new refresh token lives so long anew.
        public Builder eachRefreshTokenLives(Duration lifetime) {
            refreshTokenLife = new RefreshTokenLife(Optional.of(lifetime), true);
            return this;
        }

        public OAuth2Profile build() {
            return new OAuth2Profile(
                    platform,
                    kind,
                    app,
                    consentUrl,
                    tokenUrl,
                    revokeUrl,
                    clientAuthentication,
                    pkce,
                    scopes,
                    scopeSeparator,
                    consentParameters,
                    headers,
                    cancelWords,
                    usualLifetime,
                    refreshTokenLife);
        }
    }
}
