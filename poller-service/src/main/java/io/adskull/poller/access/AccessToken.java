package io.adskull.poller.access;

import java.time.Instant;
import java.util.Optional;

/// A secret that opens a platform for one connection. Never prints itself.
///
/// @param value sent as a header; checked here because the HTTP client would quote a bad one in its exception
/// @param tokenSecret signs calls, where a platform still speaks OAuth 1.0a
/// @param expiresAt empty when it does not end by time
public record AccessToken(String value, Optional<String> tokenSecret, Optional<Instant> expiresAt) {

    public AccessToken(String value, Optional<Instant> expiresAt) {
        this(value, Optional.empty(), expiresAt);
    }

    /// @throws IllegalArgumentException when the value could not travel in a header; the text does not hold it
    public AccessToken {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("access token is empty or has characters that no header may hold");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[value=hidden, expiresAt=" + expiresAt + "]";
    }
}
