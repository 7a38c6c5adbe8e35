package io.adskull.token.platform.oauth2;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What is set for every platform with standard OAuth 2, under the platform's own prefix.
public interface OAuth2Settings {

    Optional<String> appId();

    Optional<String> appSecret();

    URI consentUrl();

    URI tokenUrl();

    List<String> scopes();
}
