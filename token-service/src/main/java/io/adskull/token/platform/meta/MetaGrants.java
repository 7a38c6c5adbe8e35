package io.adskull.token.platform.meta;

import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.ReachedGrant;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What Meta's new tokens reach, whoever gave them.
@Singleton
class MetaGrants {
    private final MetaGraph graph;
    private final Refusals refusals;

    MetaGrants(MetaGraph graph, Refusals refusals) {
        this.graph = graph;
        this.refusals = refusals;
    }

    /// @param longer what became of asking for tokens that last
    ExchangeOutcome granted(OAuth2Profile profile, RefreshOutcome longer, Optional<String> connectedAs) {
        return switch (longer) {
            case RefreshOutcome.Fresh(IssuedTokens issued) -> granted(profile, issued, connectedAs);
            case RefreshOutcome.Transient(String why, var after) -> new ExchangeOutcome.Refused(why);
            case RefreshOutcome.NoAnswer(String why) -> new ExchangeOutcome.Refused(why);
            case RefreshOutcome.NotAsked(var after) ->
                new ExchangeOutcome.Refused("Meta fails again and again and is left alone for a while");
            case RefreshOutcome.Dead(String why, boolean certain) -> new ExchangeOutcome.Refused(why);
        };
    }

    private ExchangeOutcome granted(OAuth2Profile profile, IssuedTokens issued, Optional<String> connectedAs) {
        Secret access = issued.tokens().access();
        return ReachedGrant.of(
                profile.platform(),
                issued,
                () -> graph.reach(access, connectedAs),
                () -> graph.grantedScopes(access).orElseGet(profile::scopes),
                refusals);
    }
}
