package io.adskull.simulator.oauth;

import io.adskull.simulator.traffic.Answer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
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
