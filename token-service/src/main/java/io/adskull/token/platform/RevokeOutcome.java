package io.adskull.token.platform;

/// What became of a revocation.
public sealed interface RevokeOutcome {

    /// The tokens open nothing any more, or opened nothing before.
    record Revoked() implements RevokeOutcome {}

    record NotRevoked(String why) implements RevokeOutcome {}
}
