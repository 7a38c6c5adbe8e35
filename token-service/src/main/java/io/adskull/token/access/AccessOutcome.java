package io.adskull.token.access;

import io.adskull.vault.Secret;
import java.time.Instant;
import java.util.Optional;

/// What a service gets that asks for a connection's access token.
sealed interface AccessOutcome {

    /// @param tokenSecret signs calls, where a platform still speaks OAuth 1.0a
    /// @param expiresAt empty when the token does not end by time
    record Available(Secret token, Optional<Secret> tokenSecret, Optional<Instant> expiresAt)
            implements AccessOutcome {}

    record Unknown() implements AccessOutcome {}

    /// Only the person's new consent helps.
    record Dead() implements AccessOutcome {}

    /// The token has ended and is being renewed.
    record NotNow(String why) implements AccessOutcome {}
}
