package io.adskull.simulator.oauth;

import io.adskull.simulator.oauth.consent.ConsentAsked;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.GrantState;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.traffic.Answer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Platforms that exist in tests only, one for each refresh policy; each says whom a token opens.
@Dependent
class InventedPlatforms {
    static final class Invented extends OauthPlatform {
        Invented(String name, AuthorizationServer.Builder servers) {
            super(name, servers);
        }

        @Override
        protected List<String> accountsNamed(ApiCall call) {
            return call.parameter("account").stream().toList();
        }

        @Override
        protected Answer api(ApiCall call) {
            return switch (oauth().check(call.bearer())) {
                case AccessCheck.Granted(Caller caller) ->
                    Answer.text(200, caller.login().login() + " " + String.join(",", caller.scopes()));
                case AccessCheck.Expired ignored -> Answer.text(401, "expired");
                case AccessCheck.Revoked ignored -> Answer.text(401, "revoked");
                case AccessCheck.Unknown ignored -> Answer.text(401, "unknown");
                case AccessCheck.Absent ignored -> Answer.json(401, "{}", OptionalInt.empty());
            };
        }
    }

    /// The consent page is asked with a token that stands for the rest, and tokens are given by `api`.
    static final class Ancient extends OauthPlatform {
        private final Clock clock;

        Ancient(AuthorizationServer.Builder servers, Clock clock) {
            super("ancient", servers);
            this.clock = clock;
        }

        @Override
        protected ConsentAsked asked(ApiCall call) {
            return new ConsentAsked(
                    Optional.of("test-app"),
                    Optional.of("http://localhost:8081/callback/ancient"),
                    List.of("everything"),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("oauth_token", call.query().getOrDefault("oauth_token", "")),
                    call.query());
        }

        @Override
        protected Answer api(ApiCall call) {
            String verifier = call.parameter("oauth_verifier").orElse("");
            if (oauth().grants().read(verifier, Grant.Kind.CODE) instanceof GrantState.Alive(Grant code)
                    && oauth().grants().redeem(code)) {
                Grant access = code.next(Grant.Kind.ACCESS, Grants.newId(), clock.instant(), null);
                return Answer.text(200, "oauth_token=" + oauth().grants().write(access));
            }
            return Answer.text(401, "Invalid / expired Token");
        }
    }

    @Produces
    @Singleton
    OauthPlatform ancient(AuthorizationServer.Builder servers, Clock clock) {
        return new Ancient(servers, clock);
    }

    @Produces
    @Singleton
    OauthPlatform rotating(AuthorizationServer.Builder servers) {
        return new Invented("rotating", servers);
    }

    @Produces
    @Singleton
    OauthPlatform forgiving(AuthorizationServer.Builder servers) {
        return new Invented("forgiving", servers);
    }

    @Produces
    @Singleton
    OauthPlatform sliding(AuthorizationServer.Builder servers) {
        return new Invented("sliding", servers);
    }

    @Produces
    @Singleton
    OauthPlatform yearly(AuthorizationServer.Builder servers) {
        return new Invented("yearly", servers);
    }
}
