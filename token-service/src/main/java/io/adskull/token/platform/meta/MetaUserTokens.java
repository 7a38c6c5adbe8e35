package io.adskull.token.platform.meta;

import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Flow;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.Redeemed;
import io.adskull.token.vault.Tokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One person with Facebook Login. The code brings a token for an hour or two, which is exchanged at once for one of 60
/// days.
@Singleton
class MetaUserTokens implements TokenSystem {
    private final OAuth2Profile oauth;
    private final OAuth2Flow flow;
    private final MetaGraph graph;
    private final MetaExchange exchange;
    private final MetaGrants grants;
    private final JsonApi api;
    private final Refusals refusals;

    MetaUserTokens(
            MetaSettings settings,
            OAuth2Flow flow,
            MetaGraph graph,
            MetaExchange exchange,
            MetaGrants grants,
            JsonApi api,
            Refusals refusals) {
        this.oauth = MetaProfiles.user(settings);
        this.flow = flow;
        this.graph = graph;
        this.exchange = exchange;
        this.grants = grants;
        this.api = api;
        this.refusals = refusals;
    }

    @Override
    public Platform platform() {
        return oauth.platform();
    }

    @Override
    public String kind() {
        return oauth.kind();
    }

    /// Meta lets people untick them, and lists what is left by the same names.
    @Override
    public List<String> fullScopes() {
        return oauth.scopes();
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return flow.start(oauth, request);
    }

    @Override
    public ExchangeOutcome exchange(ConsentAnswer answer) {
        return switch (flow.redeem(oauth, answer)) {
            case Redeemed.Ended(ExchangeOutcome outcome) -> outcome;
            case Redeemed.Issued(IssuedTokens brief, var said) ->
                grants.granted(oauth, exchange.longer(brief.tokens().access(), Map.of()), Optional.empty());
        };
    }

    @Override
    public Optional<Duration> wishedLead() {
        return Optional.of(MetaExchange.LEAD);
    }

    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        return exchange.longer(tokens.access(), Map.of());
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        return switch (api.reply(graph.takeBack(tokens.access()))) {
            case JsonReply.Done done -> new RevokeOutcome.Revoked();
            case JsonReply.Failed(Answer failed) ->
                refusals.dead(failed)
                        ? new RevokeOutcome.Revoked()
                        : new RevokeOutcome.NotRevoked(refusals.words(failed));
        };
    }
}
