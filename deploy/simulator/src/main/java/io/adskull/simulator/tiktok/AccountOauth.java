package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.control.Counts;
import io.adskull.simulator.tiktok.consent.Scope;
import io.adskull.simulator.tiktok.demo.Login;
import io.adskull.simulator.tiktok.demo.Profile;
import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import io.adskull.simulator.tiktok.grant.GrantState;
import io.adskull.simulator.tiktok.grant.Grants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The TikTok-account holder's authorisation: short access tokens, and refresh tokens that change with every use
/// while the day on which the last of them ends stays where it was.
@Singleton
final class AccountOauth {
    private final Clock clock;
    private final Grants grants;
    private final World world;
    private final DeveloperApp app;
    private final TikTokConfig config;
    private final Counts counts;

    AccountOauth(
            Clock clock, Grants grants, World world, DeveloperApp app, TikTokConfig config, TikTokConsents consents) {
        this.counts = consents.counts();
        this.clock = clock;
        this.grants = grants;
        this.world = world;
        this.app = app;
        this.config = config;
    }

    /// `POST /tt_user/oauth2/token/`
    Reply exchange(TikTokCall call) {
        return checked(call, "authorization_code", List.of("auth_code", "redirect_uri"))
                .orElseGet(() -> switch (grants.read(call.field("auth_code").orElseThrow(), Kind.ACCOUNT_CODE)) {
                    case GrantState.Alive(Grant code)
                    when !call.field("redirect_uri").orElseThrow().equals(code.redirectUri()) ->
                        new Reply.Refused(
                                40131, "The redirect_uri is not the one that the authorization code was sent to.");
                    case GrantState.Alive(Grant code)
                    when ours(code, call) && grants.spend(code) -> {
                        counts.exchanged();
                        yield issue(code, Optional.empty());
                    }
                    case GrantState.Expired(Grant ignored) ->
                        new Reply.Refused(40131, "Authorization code is expired.");
                    default -> new Reply.Refused(40131, "Authorization code is invalid or has been used.");
                });
    }

    /// `POST /tt_user/oauth2/refresh_token/`
    Reply refresh(TikTokCall call) {
        return checked(call, "refresh_token", List.of("refresh_token"))
                .orElseGet(() -> switch (grants.read(call.field("refresh_token").orElseThrow(), Kind.ACCOUNT_REFRESH)) {
                    case GrantState.Alive(Grant old)
                    when ours(old, call) -> {
                        if (!grants.spend(old)) {
                            yield reused(old, call);
                        }
                        counts.refreshed();
                        yield issue(old, Optional.ofNullable(old.expiresAt()));
                    }
                    case GrantState.Expired(Grant ignored) -> refused(40103, "The refresh token has expired.");
                    case GrantState.Used(Grant old) -> reused(old, call);
                    default -> refused(40107, "The refresh token is invalid or expired.");
                });
    }

    private Reply reused(Grant old, TikTokCall call) {
        counts.reused();
        if (grants.within(config.refreshReuseGrace(), old) && grants.alive(old) && ours(old, call)) {
            return issue(old, Optional.ofNullable(old.expiresAt()));
        }
        return refused(40107, "The refresh token is invalid or expired.");
    }

    private Reply refused(int code, String message) {
        counts.refused();
        return new Reply.Refused(code, message);
    }

    /// `POST /tt_user/oauth2/revoke/`
    Reply revoke(TikTokCall call) {
        Optional<Reply> wrong = checkedFields(call, List.of("client_id", "client_secret", "access_token"));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (grants.read(call.field("access_token").orElseThrow(), Kind.ACCOUNT_TOKEN)
                instanceof GrantState.Alive(Grant token)) {
            grants.revoke(token);
            counts.revoked();
            return Reply.empty();
        }
        return TokenCheck.REVOKED;
    }

    /// `POST /tt_user/token_info/get/`
    Reply inspect(TikTokCall call) {
        for (String field : List.of("app_id", "access_token")) {
            if (call.field(field).isEmpty()) {
                return Reply.missing(field);
            }
        }
        if (grants.read(call.field("access_token").orElseThrow(), Kind.ACCOUNT_TOKEN)
                instanceof GrantState.Alive(Grant token)) {
            return Reply.ok(JsonNodeFactory.instance
                    .objectNode()
                    .put("app_id", token.app())
                    .put("creator_id", profile(token).openId())
                    .put("scope", Scope.ACCOUNT_SCOPES));
        }
        return TokenCheck.REVOKED;
    }

    /// @param lastDay of the refresh tokens; empty for the first of them
    private Reply issue(Grant from, Optional<Instant> lastDay) {
        Instant now = clock.instant();
        Instant end = lastDay.orElseGet(() -> now.plus(config.refreshTokenLifetime()));
        Duration life = config.accountTokenLifetime();
        Grant access = from.next(Kind.ACCOUNT_TOKEN, Grants.newId(), now, now.plus(life), null);
        Grant refresh = from.next(Kind.ACCOUNT_REFRESH, Grants.newId(), now, end, null);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("access_token", grants.write(access));
        data.put("expires_in", life.toSeconds());
        data.put("open_id", profile(from).openId());
        data.put("refresh_token", grants.write(refresh));
        data.put("refresh_token_expires_in", Duration.between(now, end).toSeconds());
        data.put("scope", Scope.ACCOUNT_SCOPES);
        data.put("token_type", "Bearer");
        return Reply.ok(data);
    }

    private Optional<Reply> checked(TikTokCall call, String grantType, List<String> more) {
        Optional<Reply> wrong = checkedFields(call, List.of("client_id", "client_secret", "grant_type"));
        if (wrong.isPresent()) {
            return wrong;
        }
        String asked = call.field("grant_type").orElseThrow();
        if (!asked.equals(grantType)) {
            return Optional.of(
                    new Reply.Refused(40108, "Invalid value for grant_type: " + asked + " is not supported."));
        }
        return more.stream()
                .filter(field -> call.field(field).isEmpty())
                .map(Reply::missing)
                .findFirst();
    }

    private Optional<Reply> checkedFields(TikTokCall call, List<String> required) {
        Optional<Reply> missing = required.stream()
                .filter(field -> call.field(field).isEmpty())
                .map(Reply::missing)
                .findFirst();
        return missing.isPresent()
                ? missing
                : app.refusal(
                        call.field("client_id").orElseThrow(),
                        call.field("client_secret").orElseThrow());
    }

    private static boolean ours(Grant grant, TikTokCall call) {
        return call.field("client_id").equals(Optional.of(grant.app()));
    }

    private Profile profile(Grant grant) {
        return world.login(grant.login()).flatMap(Login::tikTokAccount).orElseThrow();
    }
}
