package io.adskull.simulator.oauth;

import com.fasterxml.jackson.core.type.TypeReference;
import io.adskull.simulator.Yaml;
import io.adskull.simulator.control.Counts;
import io.adskull.simulator.issued.IssuedSecrets;
import io.adskull.simulator.oauth.consent.ConsentAsked;
import io.adskull.simulator.oauth.consent.ConsentDesk;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.GrantState;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.oauth.token.RevokeEndpoint;
import io.adskull.simulator.oauth.token.TokenEndpoint;
import io.adskull.simulator.oauth.token.Tokens;
import io.adskull.simulator.oauth.world.Login;
import io.adskull.simulator.oauth.world.World;
import io.adskull.simulator.traffic.Answer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/// One platform's consent page, token and revocation endpoints, and what its tokens open.
public final class AuthorizationServer {
    private final Description description;
    private final Settings settings;
    private final ClientApp client;
    private final World world;
    private final Grants grants;
    private final Counts counts = new Counts();
    private final ConsentDesk consent;
    private final Optional<TokenEndpoint> token;
    private final Optional<RevokeEndpoint> revoke;

    /// What all platforms share.
    @Singleton
    public static final class Builder {
        private final Clock clock;
        private final OauthConfig config;
        private final Config services;
        private final IssuedSecrets issued;

        Builder(Clock clock, OauthConfig config, Config services, IssuedSecrets issued) {
            this.services = services;
            this.clock = clock;
            this.config = config;
            this.issued = issued;
        }

        AuthorizationServer build(String platform) {
            return new AuthorizationServer(platform, clock, new Settings(config, services, platform), issued);
        }
    }

    private AuthorizationServer(String platform, Clock clock, Settings settings, IssuedSecrets issued) {
        String folder = "platforms/" + platform + "/";
        this.settings = settings;
        this.description = Yaml.read(folder + "oauth.yaml", new TypeReference<Description>() {});
        this.world = new World(
                Yaml.list(folder + "world.yaml", new TypeReference<List<Login>>() {}), description.firstAccount());
        Map<Grant.Kind, String> prefixes = Map.of(
                Grant.Kind.CODE, Objects.requireNonNullElse(description.code().prefix(), ""),
                Grant.Kind.ACCESS,
                        Objects.requireNonNullElse(description.access().prefix(), ""),
                Grant.Kind.REFRESH,
                        Objects.requireNonNullElse(description.refresh().prefix(), ""));
        this.grants =
                new Grants(platform, prefixes, description.consent().otherScopesEndOlderConsents(), clock, issued);
        this.client = new ClientApp(settings, description);
        Replies replies = new Replies(description, clock);
        this.consent = new ConsentDesk(platform, clock, description, settings, client, world, grants);
        this.token = Optional.ofNullable(description.token())
                .map(described -> new TokenEndpoint(
                        described,
                        description.refresh(),
                        client,
                        grants,
                        replies,
                        counts,
                        new Tokens(clock, description, described, settings, grants, world)));
        this.revoke = Optional.ofNullable(description.revoke())
                .map(described -> new RevokeEndpoint(described, client, grants, replies, counts));
    }

    public Description description() {
        return description;
    }

    public Settings settings() {
        return settings;
    }

    public ClientApp client() {
        return client;
    }

    public World world() {
        return world;
    }

    public Grants grants() {
        return grants;
    }

    public Counts counts() {
        return counts;
    }

    /// The answer of an OAuth path; empty for every other path.
    Optional<Answer> answer(ApiCall call, OauthPlatform platform) {
        if (call.path().equals(description.consent().path())) {
            return Optional.of(consent.answer(call, platform.asked(call)));
        }
        return token.filter(endpoint -> endpoint.path().equals(call.path()))
                .map(endpoint -> endpoint.answer(call))
                .or(() -> revoke.filter(endpoint -> endpoint.path().equals(call.path()))
                        .map(endpoint -> endpoint.answer(call)));
    }

    ConsentAsked asked(ApiCall call) {
        Map<String, String> query = call.query();
        Description.Consent page = description.consent();
        return new ConsentAsked(
                Optional.ofNullable(query.get(page.clientName())),
                Optional.ofNullable(query.get("redirect_uri")),
                ConsentAsked.scopes(query.getOrDefault("scope", "")),
                Optional.ofNullable(query.get("state")),
                Optional.ofNullable(query.get("code_challenge")),
                Map.of(),
                query);
    }

    /// What the bearer token of a call opens.
    public AccessCheck check(Optional<String> bearer) {
        if (bearer.isEmpty()) {
            return new AccessCheck.Absent();
        }
        GrantState state = grants.read(bearer.get(), Grant.Kind.ACCESS);
        Optional<Caller> caller = state.known().flatMap(this::caller);
        if (caller.isEmpty()) {
            return new AccessCheck.Unknown();
        }
        return switch (state) {
            case GrantState.Alive ignored -> new AccessCheck.Granted(caller.get());
            case GrantState.Expired ignored -> new AccessCheck.Expired(caller.get());
            default -> new AccessCheck.Revoked(caller.get());
        };
    }

    /// The person behind any code or token of ours that the call carries, whatever it is worth.
    Optional<Caller> behind(ApiCall call, Optional<String> bearer) {
        Stream<String> parameters = Stream.concat(
                Stream.of("token", "access_token"),
                Optional.ofNullable(description.token()).stream()
                        .flatMap(endpoint -> endpoint.grantTypes().values().stream())
                        .map(Description.GrantType::parameter));
        return Stream.concat(bearer.stream(), parameters.flatMap(name -> call.parameter(name).stream()))
                .flatMap(text -> Arrays.stream(Grant.Kind.values()).map(kind -> grants.read(text, kind)))
                .flatMap(state -> state.known().stream())
                .flatMap(grant -> caller(grant).stream())
                .findFirst();
    }

    private Optional<Caller> caller(Grant grant) {
        return world.login(grant.login()).map(login -> new Caller(grant, login, grants.scopes(grant)));
    }
}
