package io.adskull.token.platform;

import io.adskull.token.vault.Tokens;
import java.time.Duration;
import java.util.Optional;

/// Tokens as a platform handed them out. Both lengths of time count from when the platform was asked.
///
/// @param lifetime of the access token; empty when it does not end by time
/// @param grantLifetime after which only a person's new consent helps, where the platform or its documents set such
/// an end: of the refresh token, or of an access token that nothing renews; empty when there is none
public record IssuedTokens(Tokens tokens, Optional<Duration> lifetime, Optional<Duration> grantLifetime) {

    public IssuedTokens(Tokens tokens, Optional<Duration> lifetime) {
        this(tokens, lifetime, Optional.empty());
    }
}
