package io.adskull.token.platform.oauth2;

import io.adskull.contract.account.Platform;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How one platform speaks OAuth 2. What a platform does not say otherwise is the standard's way.
public interface OAuth2Profile {

    /// How the app shows its secret at the token endpoint.
    enum ClientAuthentication {
        /// In the `Authorization` header.
        BASIC,
        /// As `client_id` and `client_secret` in the form.
        POST
    }

    Platform platform();

    String kind();

    OAuth2App app();

    URI consentUrl();

    URI tokenUrl();

    /// Where tokens are given back; empty where the platform has no such place.
    default Optional<URI> revokeUrl() {
        return Optional.empty();
    }

    default ClientAuthentication clientAuthentication() {
        return ClientAuthentication.POST;
    }

    /// Whether the platform takes PKCE.
    default boolean pkce() {
        return true;
    }

    /// Always the same set: some platforms end older tokens of a person who consents to another one.
    List<String> scopes();

    default String scopeSeparator() {
        return " ";
    }

    /// What the consent page is told beyond the standard's parameters.
    default Map<String, String> consentParameters() {
        return Map.of();
    }

    /// Sent with every call of the token endpoint.
    default Map<String, String> headers() {
        return Map.of();
    }

    /// The errors that say that the person said no.
    default Set<String> cancelWords() {
        return Set.of("access_denied");
    }

    /// How long an access token lives when the answer does not say; empty: it does not end by time.
    Optional<Duration> usualLifetime();

    /// How long the refresh token lives when the answer does not say; empty: it does not end by time.
    default Optional<Duration> usualGrantLifetime() {
        return Optional.empty();
    }

    /// The answer's fields, the first that is there, that hold the seconds until the refresh token ends.
    default List<String> grantLifetimeFields() {
        return List.of("refresh_token_expires_in");
    }
}
