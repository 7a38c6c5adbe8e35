package io.adskull.token.platform;

import java.util.List;

/// What a consent brought.
///
/// @param identity the platform's own stable id of who consented; the same identity connecting again is a
/// reconnect
/// @param businessName what people call whoever consented
/// @param scopes as the platform wrote them; they stay as they are until the next consent
/// @param accounts at least one
/// @param complete whether that is all; else an account that was reached before and is not among them counts as kept
public record Grant(
        String identity,
        String businessName,
        List<String> scopes,
        IssuedTokens tokens,
        List<GrantedAccount> accounts,
        boolean complete) {

    public Grant(
            String identity,
            String businessName,
            List<String> scopes,
            IssuedTokens tokens,
            List<GrantedAccount> accounts) {
        this(identity, businessName, scopes, tokens, accounts, true);
    }

    public Grant {
        scopes = List.copyOf(scopes);
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a grant reaches at least one account");
        }
    }
}
