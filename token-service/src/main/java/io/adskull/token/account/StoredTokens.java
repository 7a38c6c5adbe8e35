package io.adskull.token.account;

import java.time.Instant;
import java.util.Optional;

/// Tokens as they lie in the database.
///
/// @param expiresAt empty when the access token does not end by time
/// @param refreshAt empty when no machine can renew it
public record StoredTokens(byte[] sealed, Instant issuedAt, Optional<Instant> expiresAt, Optional<Instant> refreshAt) {

    @Override
    public String toString() {
        return "StoredTokens[redacted]";
    }
}
