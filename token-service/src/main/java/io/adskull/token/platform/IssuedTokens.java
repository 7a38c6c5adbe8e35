package io.adskull.token.platform;

import io.adskull.token.vault.Tokens;
import java.time.Duration;
import java.util.Optional;

/// Tokens as a platform handed them out.
///
/// @param lifetime of the access token; empty when it does not end by time
public record IssuedTokens(Tokens tokens, Optional<Duration> lifetime) {}
