package io.adskull.classifier.evidence;

import io.adskull.contract.account.AccountKey;
import io.adskull.diagnosis.Circumstances.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an account hears of its connection.
///
/// @param standing what the platform says of the token to the connection's other accounts
/// @param others how many accounts say so
/// @param witnesses how many other accounts were asked, because nothing is known; none when it is 0
/// @param renewedAt when the connection last got a new token, as far as is known
/// @param deadAt when the token was last given up: nothing but a new consent helps; null when it was not, or was
/// renewed since
public record ConnectionStanding(
        AccountKey account,
        Instant at,
        Standing standing,
        int others,
        int witnesses,
        @Nullable Instant renewedAt,
        @Nullable Instant deadAt) {

    boolean saysTheSameAs(ConnectionStanding other) {
        return standing == other.standing
                && Optional.ofNullable(renewedAt).equals(Optional.ofNullable(other.renewedAt))
                && Optional.ofNullable(deadAt).equals(Optional.ofNullable(other.deadAt));
    }

    /// Whether the other accounts have told what they know, or there is none to ask.
    boolean isHeard() {
        return standing != Standing.UNKNOWN || witnesses == 0;
    }

    /// The same in words for people; empty when it says nothing.
    public List<String> sentences() {
        String accounts = others == 1 ? "Another account" : others + " other accounts";
        return switch (standing) {
            case ALIVE ->
                List.of(accounts + " of the same connection " + (others == 1 ? "is" : "are")
                        + " answered with the same key.");
            case REFUSED ->
                List.of(accounts + " of the same connection " + (others == 1 ? "is" : "are")
                        + " refused in the same way.");
            case UNKNOWN -> List.of();
        };
    }
}
