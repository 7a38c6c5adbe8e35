package io.adskull.simulator.tiktok;

import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import io.adskull.simulator.tiktok.grant.GrantState;
import io.adskull.simulator.tiktok.grant.Grants;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Who is behind a token, or in which of TikTok's words it is refused.
@Singleton
final class TokenCheck {
    static final Reply REVOKED = new Reply.Refused(40105, "Access token is incorrect or has been revoked.");
    private static final Reply ABSENT =
            new Reply.Refused(40104, "Access token is null, you should set it in http header with key Access-Token.");
    private static final Reply EXPIRED = new Reply.Refused(
            40102, "The access token has expired. Please refresh it and call again with the latest one.");

    /// Whose token it is, whatever it is worth, and why it is refused, if it is.
    record Checked(Optional<Caller> caller, Optional<Reply> refusal) {}

    private final Grants grants;
    private final World world;

    TokenCheck(Grants grants, World world) {
        this.grants = grants;
        this.world = world;
    }

    Checked check(Optional<String> token, Kind kind) {
        if (token.isEmpty()) {
            return new Checked(Optional.empty(), Optional.of(ABSENT));
        }
        return switch (grants.read(token.get(), kind)) {
            case GrantState.Alive(Grant grant) -> {
                Optional<Caller> caller = caller(grant);
                yield new Checked(caller, caller.isPresent() ? Optional.empty() : Optional.of(REVOKED));
            }
            case GrantState.Expired(Grant grant) -> new Checked(caller(grant), Optional.of(EXPIRED));
            case GrantState.Revoked(Grant grant) -> new Checked(caller(grant), Optional.of(REVOKED));
            case GrantState.Used(Grant grant) -> new Checked(caller(grant), Optional.of(REVOKED));
            case GrantState.Unknown() -> new Checked(Optional.empty(), Optional.of(REVOKED));
        };
    }

    private Optional<Caller> caller(Grant grant) {
        return world.login(grant.login()).map(login -> new Caller(grant, login));
    }
}
