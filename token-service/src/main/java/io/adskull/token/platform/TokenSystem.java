package io.adskull.token.platform;

import io.adskull.contract.account.Platform;
import io.adskull.token.vault.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One way in which one platform lets somebody in. A platform with two of them has two of these; adding a
/// platform is adding a folder with its own. Implementations never throw for what a platform or network does:
/// that is an outcome.
public interface TokenSystem {

    Platform platform();

    /// What the tokens are good for, such as `advertiser`; chooses the probe plan of the poller.
    String kind();

    /// The scopes that a full consent brings, as the platform's answer writes them; empty where that cannot be said.
    default List<String> fullScopes() {
        return List.of();
    }

    /// What people call a scope.
    default String scopeName(String scope) {
        return scope;
    }

    /// The way to the page where the person says yes or no.
    ConsentStart start(ConsentRequest request);

    /// Turns the platform's answer, good for one use, into tokens, and asks whom and what they reach.
    ExchangeOutcome exchange(ConsentAnswer answer);

    /// How long before the end a refresh is wished for, where the usual lead is not right; at least that of the
    /// schedule counts.
    default Optional<Duration> wishedLead() {
        return Optional.empty();
    }

    /// New tokens for old ones. Called only for tokens with a refresh token, by one replica at a time.
    RefreshOutcome refresh(Tokens tokens);

    /// Tells the platform that these tokens are no longer wanted.
    RevokeOutcome revoke(Tokens tokens);
}
