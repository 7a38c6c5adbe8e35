package io.adskull.token.platform.oauth2;

import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.IssuedTokens;

/// What became of a code at the token endpoint, before anybody asked what the tokens reach.
public sealed interface Redeemed {

    /// @param answer for the fields that the standard does not know
    record Issued(IssuedTokens tokens, TokenAnswer answer) implements Redeemed {}

    record Ended(ExchangeOutcome outcome) implements Redeemed {}
}
