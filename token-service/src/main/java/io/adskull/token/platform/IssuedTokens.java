package io.adskull.token.platform;

import io.adskull.token.vault.Tokens;
import java.time.Duration;
import java.util.Optional;

/// Tokens as a platform handed them out.
///
/// @param lifetime of the access token, from when the platform was asked; empty when it does not end by time
public record IssuedTokens(Tokens tokens, Optional<Duration> lifetime, GrantEnd grantEnd) {

    public IssuedTokens(Tokens tokens, Optional<Duration> lifetime) {
        this(tokens, lifetime, new GrantEnd.None());
    }

    /// These, with the refresh token of `older` when the platform's answer brought none.
    public IssuedTokens keepingRefreshOf(Tokens older) {
        return new IssuedTokens(tokens.keepingRefreshOf(older), lifetime, grantEnd);
    }
}
