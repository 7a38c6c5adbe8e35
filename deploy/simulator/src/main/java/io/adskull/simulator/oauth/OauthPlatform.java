package io.adskull.simulator.oauth;

import io.adskull.simulator.SimulatedPlatform;
import io.adskull.simulator.oauth.consent.ConsentAsked;
import io.adskull.simulator.traffic.Answer;
import java.util.List;
import java.util.Optional;

/// A platform whose OAuth is data; a subclass adds its own endpoints and envelopes. Everything below `/<name>/` is
/// its own, faults and the request log come with it.
public abstract class OauthPlatform implements SimulatedPlatform {
    private final String name;
    private final AuthorizationServer oauth;

    protected OauthPlatform(String name, AuthorizationServer.Builder servers) {
        this.name = name;
        this.oauth = servers.build(name);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String pathPrefix() {
        return "/" + name;
    }

    @Override
    public final Optional<String> tokenPath() {
        return Optional.of(oauth.description().token().path());
    }

    public final AuthorizationServer oauth() {
        return oauth;
    }

    /// Answers whatever is not the consent page, the token or the revocation endpoint.
    protected abstract Answer api(ApiCall call);

    /// The ad accounts that a call names, for faults and the log; a token says the rest.
    protected List<String> accountsNamed(ApiCall call) {
        return List.of();
    }

    /// What the address of the consent page asks for; a platform that asks in another way says so here.
    protected ConsentAsked asked(ApiCall call) {
        return oauth.asked(call);
    }

    final Answer answer(ApiCall call) {
        return oauth.answer(call, this).orElseGet(() -> api(call));
    }
}
