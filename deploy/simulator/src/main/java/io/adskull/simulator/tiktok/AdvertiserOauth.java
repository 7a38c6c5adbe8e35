package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.tiktok.consent.Scope;
import io.adskull.simulator.tiktok.demo.Advertiser;
import io.adskull.simulator.tiktok.demo.Login;
import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import io.adskull.simulator.tiktok.grant.GrantState;
import io.adskull.simulator.tiktok.grant.Grants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The Marketing API's authorisation: codes that work once, tokens that end only when somebody revokes them.
@Singleton
final class AdvertiserOauth {
    private final Clock clock;
    private final Grants grants;
    private final World world;
    private final DeveloperApp app;
    private final TikTokConfig config;

    AdvertiserOauth(Clock clock, Grants grants, World world, DeveloperApp app, TikTokConfig config) {
        this.clock = clock;
        this.grants = grants;
        this.world = world;
        this.app = app;
        this.config = config;
    }

    /// `POST /oauth2/access_token/`
    Reply exchange(TikTokCall call) {
        for (String field : List.of("app_id", "secret", "auth_code")) {
            if (call.field(field).isEmpty()) {
                return Reply.missing(field);
            }
        }
        String appId = call.field("app_id").orElseThrow();
        Optional<Reply> wrongApp = app.refusal(appId, call.field("secret").orElseThrow());
        if (wrongApp.isPresent()) {
            return wrongApp.get();
        }
        return switch (grants.read(call.field("auth_code").orElseThrow(), Kind.ADVERTISER_CODE)) {
            case GrantState.Alive(Grant code) when !code.app().equals(appId) -> invalidCode();
            case GrantState.Alive(Grant code) when grants.spend(code) -> issue(code);
            case GrantState.Alive(Grant ignored) -> usedCode();
            case GrantState.Used(Grant ignored) -> usedCode();
            case GrantState.Expired(Grant ignored) ->
                new Reply.Refused(
                        40110, "The auth_code is expired. Please re-authorize and try again with a new auth_code.");
            case GrantState.Revoked(Grant ignored) ->
                new Reply.Refused(
                        40110, "The auth_code is canceled. Please re-authorize and try again with a new auth_code.");
            case GrantState.Unknown() -> invalidCode();
        };
    }

    private Reply issue(Grant code) {
        Login login = world.login(code.login()).orElseThrow();
        Instant now = clock.instant();
        Instant withdrawnAt = login.withdraws() && !code.keep() ? now.plus(config.revokeAfter()) : null;
        Grant token = code.next(Kind.ADVERTISER_TOKEN, Grants.newId(), now, null, withdrawnAt);
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("access_token", grants.write(token));
        ArrayNode ids = data.putArray("advertiser_ids");
        new Caller(token, login).advertisers().forEach(advertiser -> ids.add(advertiser.id()));
        ArrayNode scope = data.putArray("scope");
        Scope.ALL.stream()
                .map(Scope::id)
                .filter(id -> token.scopes() == null || token.scopes().contains(id))
                .forEach(id -> scope.add(Long.parseLong(id)));
        return Reply.ok(data);
    }

    /// `GET /oauth2/advertiser/get/`
    Reply advertisers(TikTokCall call, Caller caller) {
        for (String parameter : List.of("app_id", "secret")) {
            if (call.parameter(parameter).isEmpty()) {
                return Reply.missing(parameter);
            }
        }
        String appId = call.parameter("app_id").orElseThrow();
        if (!caller.grant().app().equals(appId)) {
            return new Reply.Refused(
                    40000,
                    "The app_id is inconsistent with the token's app information. Please retry after correcting it.");
        }
        Optional<Reply> wrongApp = app.refusal(appId, call.parameter("secret").orElseThrow());
        if (wrongApp.isPresent()) {
            return wrongApp.get();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode list = data.putArray("list");
        for (Advertiser advertiser : caller.advertisers()) {
            list.addObject().put("advertiser_id", advertiser.id()).put("advertiser_name", advertiser.name());
        }
        return Reply.ok(data);
    }

    /// `POST /oauth2/revoke_token/`
    Reply revoke(TikTokCall call) {
        for (String field : List.of("app_id", "secret", "access_token")) {
            if (call.field(field).isEmpty()) {
                return Reply.missing(field);
            }
        }
        Optional<Reply> wrongApp = app.refusal(
                call.field("app_id").orElseThrow(), call.field("secret").orElseThrow());
        if (wrongApp.isPresent()) {
            return wrongApp.get();
        }
        if (grants.read(call.field("access_token").orElseThrow(), Kind.ADVERTISER_TOKEN)
                instanceof GrantState.Alive(Grant token)) {
            grants.revoke(token);
            return Reply.empty();
        }
        return TokenCheck.REVOKED;
    }

    private static Reply usedCode() {
        return new Reply.Refused(
                40110, "The auth_code has already been used. Please re-authorize and try again with a new auth_code.");
    }

    private static Reply invalidCode() {
        return new Reply.Refused(
                40101, "Invalid auth_code. Please re-authorize and use the auth_code of the new callback.");
    }
}
