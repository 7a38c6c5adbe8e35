package io.adskull.token.platform;

import io.adskull.contract.account.Platform;
import io.adskull.token.vault.Secret;
import io.adskull.token.vault.Tokens;
import java.net.URI;
import java.util.List;

/// One way in which one platform lets somebody in. A platform with two of them has two of these; adding a
/// platform is adding a folder with its own. Implementations never throw for what a platform or network does:
/// that is an outcome.
public interface TokenSystem {

    Platform platform();

    /// What the tokens are good for, such as `advertiser`; chooses the probe plan of the poller.
    String kind();

    /// Where the person says yes or no.
    ///
    /// @param state comes back unchanged with the answer
    /// @param redirectUri where the answer goes; registered with the platform letter by letter
    URI consentAddress(String state, URI redirectUri);

    /// The callback's parameters that may carry the code; the first that is there counts.
    List<String> codeParameters();

    /// Turns the code, good for one use, into tokens, and asks whom and what they reach.
    ExchangeOutcome exchange(Secret code, URI redirectUri);

    /// New tokens for old ones. Called only for tokens with a refresh token, by one replica at a time.
    RefreshOutcome refresh(Tokens tokens);

    /// Tells the platform that these tokens are no longer wanted.
    RevokeOutcome revoke(Tokens tokens);
}
