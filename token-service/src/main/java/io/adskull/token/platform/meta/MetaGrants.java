package io.adskull.token.platform.meta;

import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.ReachedGrant;
import io.adskull.token.vault.Secret;
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

    ExchangeOutcome granted(OAuth2Profile profile, IssuedTokens issued, Optional<String> connectedAs) {
        Secret access = issued.tokens().access();
        return ReachedGrant.of(
                profile.platform(),
                issued,
                () -> graph.reach(access, connectedAs),
                () -> graph.grantedScopes(access).orElseGet(profile::scopes),
                refusals);
    }
}
