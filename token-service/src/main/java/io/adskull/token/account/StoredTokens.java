package io.adskull.token.account;

import java.time.Instant;
import java.util.Optional;

/// Tokens as they lie in the database.
///
/// @param expiresAt empty when the access token does not end by time
/// @param refreshAt empty when no machine can renew it
/// @param grantEndsAt after which only a new consent helps; empty when there is no such day
public record StoredTokens(
        byte[] sealed,
        Instant issuedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> refreshAt,
        Optional<Instant> grantEndsAt) {

    @Override
    public String toString() {
        return "StoredTokens[redacted]";
    }
}
