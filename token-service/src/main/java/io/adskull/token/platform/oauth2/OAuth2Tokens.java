package io.adskull.token.platform.oauth2;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.vault.Tokens;
import java.util.Arrays;
import java.util.List;

/// A token system that speaks OAuth 2 as the standard has it: all that is left to the platform is whom and what its
/// tokens reach.
public abstract class OAuth2Tokens implements TokenSystem {
    private final OAuth2Profile profile;
    private final OAuth2Flow flow;
    private final Refusals refusals;

    protected OAuth2Tokens(OAuth2Profile profile, OAuth2Flow flow, Refusals refusals) {
        this.profile = profile;
        this.flow = flow;
        this.refusals = refusals;
    }

    /// Asks the platform who consented and which ad accounts are reached.
    ///
    /// @throws UnreadableEvent when an id that the platform names is none
    protected abstract Reach reach(Redeemed.Issued issued);

    @Override
    public final Platform platform() {
        return profile.platform();
    }

    @Override
    public final String kind() {
        return profile.kind();
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return flow.start(profile, request);
    }

    @Override
    public final ExchangeOutcome exchange(ConsentAnswer answer) {
        return switch (flow.redeem(profile, answer)) {
            case Redeemed.Ended(ExchangeOutcome outcome) -> outcome;
            case Redeemed.Issued issued ->
                ReachedGrant.of(
                        platform(), issued.tokens(), () -> reach(issued), () -> scopes(issued.answer()), refusals);
        };
    }

    /// As the answer says, or as asked for when it is silent: then they are the same (RFC 6749, 5.1).
    private List<String> scopes(TokenAnswer answer) {
        return answer.text("scope")
                .map(text -> Arrays.stream(text.split("[ ,]+"))
                        .filter(scope -> !scope.isBlank())
                        .toList())
                .orElseGet(profile::scopes);
    }

    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        return flow.refresh(profile, tokens);
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        return flow.revoke(profile, tokens);
    }
}
