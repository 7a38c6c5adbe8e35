package io.adskull.vault;

/// A value that opens a door: an access token, a refresh token, an authorization code, an app secret. It never
/// prints itself; whoever needs the text asks for [#value()] at the last moment.
public record Secret(String value) {

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret cannot be blank");
        }
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
