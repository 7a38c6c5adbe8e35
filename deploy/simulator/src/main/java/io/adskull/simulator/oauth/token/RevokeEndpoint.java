package io.adskull.simulator.oauth.token;

import io.adskull.simulator.control.Counts;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.ClientApp;
import io.adskull.simulator.oauth.Description;
import io.adskull.simulator.oauth.Replies;
import io.adskull.simulator.oauth.Word;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.GrantState;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.traffic.Answer;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives a consent back, by one of its tokens.
public final class RevokeEndpoint {
    private final Description.Revoke revoke;
    private final ClientApp client;
    private final Grants grants;
    private final Replies replies;
    private final Counts counts;

    public RevokeEndpoint(Description.Revoke revoke, ClientApp client, Grants grants, Replies replies, Counts counts) {
        this.revoke = revoke;
        this.client = client;
        this.grants = grants;
        this.replies = replies;
        this.counts = counts;
    }

    public String path() {
        return revoke.path();
    }

    public Answer answer(ApiCall call) {
        if (!revoke.takes(call.method())) {
            return replies.of(Word.METHOD_NOT_ALLOWED);
        }
        if (revoke.clientAuthentication() && client.check(call) instanceof ClientApp.Check.Refused(Word why)) {
            return replies.of(why);
        }
        Optional<String> token = call.parameter(revoke.parameterName());
        if (token.isEmpty()) {
            return replies.missing(revoke.parameterName());
        }
        Optional<Grant> alive = Stream.of(Grant.Kind.REFRESH, Grant.Kind.ACCESS)
                .map(kind -> grants.read(token.get(), kind))
                .filter(GrantState.Alive.class::isInstance)
                .flatMap(state -> state.known().stream())
                .findFirst();
        if (alive.isEmpty()) {
            return replies.of(Word.REVOKE_UNKNOWN);
        }
        switch (revoke.ends()) {
            case CONSENT -> grants.endConsent(alive.get());
            case TOKEN -> grants.endToken(alive.get());
        }
        counts.revoked();
        return replies.of(Word.REVOKED);
    }
}
