package io.adskull.token.platform.oauth2;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.http.Refusals;
import java.util.List;
import java.util.function.Supplier;

/// What a code became, by what its tokens reach.
public final class ReachedGrant {
    private ReachedGrant() {}

    /// @param reach asks the platform; may throw [UnreadableEvent] for what its answer names and is none
    /// @param scopes asked for only when there is something to watch
    public static ExchangeOutcome of(
            Platform platform,
            IssuedTokens issued,
            Supplier<Reach> reach,
            Supplier<List<String>> scopes,
            Refusals refusals) {
        try {
            return switch (reach.get()) {
                case Reach.Failed(var failed) -> new ExchangeOutcome.Refused(refusals.words(failed));
                case Reach.Unusable(String why) -> new ExchangeOutcome.Refused(why);
                case Reach.Reached reached
                when reached.identity().isBlank() ->
                    new ExchangeOutcome.Refused(platform.displayName() + " does not say who consented");
                case Reach.Reached reached
                when reached.accounts().isEmpty() -> new ExchangeOutcome.NothingGranted(reached.businessName());
                case Reach.Reached reached ->
                    new ExchangeOutcome.Granted(new Grant(
                            reached.identity(),
                            reached.businessName(),
                            scopes.get(),
                            issued,
                            reached.accounts(),
                            reached.complete()));
            };
        } catch (UnreadableEvent e) {
            return new ExchangeOutcome.Refused(platform.displayName() + "'s answer cannot be used: "
                    + Refusals.printable(String.valueOf(e.getMessage())));
        }
    }
}
