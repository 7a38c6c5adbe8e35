package io.adskull.token.vault;

import java.util.Optional;

/// What a platform issued for one connection.
///
/// @param refresh empty where the platform knows no refresh
public record Tokens(Secret access, Optional<Secret> refresh) {

    /// These tokens, with the refresh token of `older` when the platform's answer brought none.
    public Tokens keepingRefreshOf(Tokens older) {
        return refresh.isPresent() ? this : new Tokens(access, older.refresh());
    }

    @Override
    public String toString() {
        return "Tokens[redacted]";
    }
}
