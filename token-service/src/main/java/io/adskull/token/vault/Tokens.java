package io.adskull.token.vault;

import io.adskull.vault.Secret;
import java.util.Optional;

/// What a platform issued for one connection.
///
/// @param refresh empty where the platform knows no refresh
/// @param tokenSecret signs the calls made with the access token, where a platform still speaks OAuth 1.0a
public record Tokens(Secret access, Optional<Secret> refresh, Optional<Secret> tokenSecret) {

    public Tokens(Secret access, Optional<Secret> refresh) {
        this(access, refresh, Optional.empty());
    }

    /// These tokens, with the refresh token of `older` when the platform's answer brought none.
    public Tokens keepingRefreshOf(Tokens older) {
        return refresh.isPresent() ? this : new Tokens(access, older.refresh(), tokenSecret);
    }

    @Override
    public String toString() {
        return "Tokens[redacted]";
    }
}
