package io.adskull.token.platform.meta;

import io.adskull.contract.UnreadableEvent;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.Reach;
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
        try {
            return switch (graph.reach(access, connectedAs)) {
                case Reach.Failed(var failed) -> new ExchangeOutcome.Refused(refusals.words(failed));
                case Reach.Unusable(String why) -> new ExchangeOutcome.Refused(why);
                case Reach.Reached reached
                when reached.identity().isBlank() -> new ExchangeOutcome.Refused("Meta does not say who consented");
                case Reach.Reached reached
                when reached.accounts().isEmpty() -> new ExchangeOutcome.NothingGranted(reached.businessName());
                case Reach.Reached reached ->
                    new ExchangeOutcome.Granted(new Grant(
                            reached.identity(),
                            reached.businessName(),
                            graph.grantedScopes(access).orElseGet(profile::scopes),
                            issued,
                            reached.accounts()));
            };
        } catch (UnreadableEvent e) {
            return new ExchangeOutcome.Refused("Meta's answer holds an account id that is none");
        }
    }
}
