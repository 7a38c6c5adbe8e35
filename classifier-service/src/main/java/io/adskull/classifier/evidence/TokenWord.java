package io.adskull.classifier.evidence;

import io.adskull.contract.account.AccountKey;
import java.time.Instant;

/// What an account tells its connection about the token that both hang on.
///
/// @param at when the platform said it
/// @param since when the platform began to say it
/// @param asks whether the account wants to know what the connection's other accounts hear
public record TokenWord(AccountKey account, Said said, Instant at, Instant since, boolean asks) {

    /// What the platform said of the token.
    public enum Said {
        /// It took the token, whatever else it may have refused.
        ALIVE,
        /// It refused the token and has not taken it in any call since.
        REFUSED,
        /// Nothing lately.
        NOTHING,
        /// The account left the connection.
        GONE
    }

    /// Whether this says something that `before` did not.
    public boolean isNewsAfter(TokenWord before) {
        return said != before.said || asks != before.asks || asks && !since.equals(before.since);
    }
}
