package io.adskull.simulator.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import io.adskull.simulator.tiktok.grant.GrantState;
import io.adskull.simulator.tiktok.grant.Grants;
import io.adskull.simulator.tiktok.read.AdvertiserInfo;
import io.adskull.simulator.traffic.CallAccounts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which accounts a call concerns: those in its parameters or body, else those of the token or code it carries.
@Singleton
final class CallsAccounts {
    private static final List<String> NAMING = List.of("advertiser_id", "business_id", "open_id");

    private final AdvertiserInfo lists;
    private final Grants grants;
    private final World world;

    CallsAccounts(AdvertiserInfo lists, Grants grants, World world) {
        this.lists = lists;
        this.grants = grants;
        this.world = world;
    }

    CallAccounts of(TikTokCall call, Optional<Caller> caller) {
        List<String> named = new ArrayList<>();
        for (String parameter : NAMING) {
            call.parameter(parameter).or(() -> call.field(parameter)).ifPresent(named::add);
        }
        call.parameter("advertiser_ids").flatMap(lists::texts).ifPresent(named::addAll);
        JsonNode inBody = call.body().path("advertiser_ids");
        if (inBody.isArray()) {
            inBody.forEach(id -> named.add(id.asText()));
        }
        return caller.or(() -> carried(call))
                .map(person -> new CallAccounts(named, person.soleAccount(), person::reaches))
                .orElseGet(() -> CallAccounts.named(named));
    }

    /// The person behind a code or token in the body.
    private Optional<Caller> carried(TikTokCall call) {
        return call.field("refresh_token")
                .map(text -> grants.read(text, Kind.ACCOUNT_REFRESH))
                .or(() -> call.field("access_token").map(text -> grants.read(text, kind(text))))
                .or(() -> call.field("auth_code").map(text -> grants.read(text, codeKind(call))))
                .flatMap(CallsAccounts::grant)
                .flatMap(grant -> world.login(grant.login()).map(login -> new Caller(grant, login)));
    }

    private static Kind kind(String token) {
        return token.startsWith("act.") ? Kind.ACCOUNT_TOKEN : Kind.ADVERTISER_TOKEN;
    }

    private static Kind codeKind(TikTokCall call) {
        return call.path().startsWith("/tt_user/") ? Kind.ACCOUNT_CODE : Kind.ADVERTISER_CODE;
    }

    private static Optional<Grant> grant(GrantState state) {
        return switch (state) {
            case GrantState.Alive(Grant grant) -> Optional.of(grant);
            case GrantState.Expired(Grant grant) -> Optional.of(grant);
            case GrantState.Revoked(Grant grant) -> Optional.of(grant);
            case GrantState.Used(Grant grant) -> Optional.of(grant);
            case GrantState.Unknown() -> Optional.empty();
        };
    }
}
