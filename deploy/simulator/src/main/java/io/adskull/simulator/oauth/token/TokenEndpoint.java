package io.adskull.simulator.oauth.token;

import io.adskull.simulator.control.Counts;
import io.adskull.simulator.oauth.ApiCall;
import io.adskull.simulator.oauth.ClientApp;
import io.adskull.simulator.oauth.Description;
import io.adskull.simulator.oauth.Description.GrantType;
import io.adskull.simulator.oauth.Replies;
import io.adskull.simulator.oauth.Word;
import io.adskull.simulator.oauth.consent.ConsentAsked;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.GrantState;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.oauth.grant.Grants.Spending;
import io.adskull.simulator.traffic.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Exchanges codes and refreshes tokens: the client first, then the grant type, then what it takes.
public final class TokenEndpoint {
    private final Description.Token token;
    private final Description.Refresh refresh;
    private final ClientApp client;
    private final Grants grants;
    private final Replies replies;
    private final Counts counts;
    private final Tokens tokens;

    public TokenEndpoint(
            Description.Token token,
            Description.Refresh refresh,
            ClientApp client,
            Grants grants,
            Replies replies,
            Counts counts,
            Tokens tokens) {
        this.token = token;
        this.refresh = refresh;
        this.client = client;
        this.grants = grants;
        this.replies = replies;
        this.counts = counts;
        this.tokens = tokens;
    }

    public String path() {
        return token.path();
    }

    public Answer answer(ApiCall call) {
        if (!token.takes(call.method())) {
            return replies.of(Word.METHOD_NOT_ALLOWED);
        }
        return switch (client.check(call)) {
            case ClientApp.Check.Refused(Word why) -> replies.of(why);
            case ClientApp.Check.Known(String app) -> answer(call, app);
        };
    }

    private Answer answer(ApiCall call, String app) {
        Optional<String> name = call.parameter("grant_type").or(() -> Optional.ofNullable(token.defaultGrant()));
        if (name.isEmpty()) {
            return replies.missing("grant_type");
        }
        Optional<GrantType> type = name.map(token.grantTypes()::get);
        if (type.isEmpty()) {
            return replies.of(Word.GRANT_TYPE_UNKNOWN);
        }
        Optional<String> shown = call.parameter(type.get().parameter());
        if (shown.isEmpty()) {
            return replies.missing(type.get().parameter());
        }
        return switch (type.get().takes()) {
            case CODE -> exchange(call, app, type.get(), shown.get());
            case REFRESH -> refresh(call, app, type.get(), shown.get());
            case ACCESS -> prolong(app, type.get(), shown.get());
        };
    }

    private Answer exchange(ApiCall call, String app, GrantType type, String shown) {
        return switch (grants.read(shown, Grant.Kind.CODE)) {
            case GrantState.Alive(Grant code) -> {
                Grant.Proof proof = Objects.requireNonNull(code.proof());
                if (!code.consent().app().equals(app)) {
                    yield replies.of(Word.CODE_INVALID);
                }
                if (!call.parameter("redirect_uri").equals(Optional.of(proof.redirectUri()))) {
                    yield replies.of(Word.REDIRECT_MISMATCH);
                }
                if (!Pkce.proves(call.parameter("code_verifier"), proof.challenge())) {
                    yield replies.of(Word.PROOF_WRONG);
                }
                if (!grants.redeem(code)) {
                    yield replies.of(Word.CODE_USED);
                }
                counts.exchanged();
                yield tokens.issue(type, code, shown);
            }
            case GrantState.Used ignored -> replies.of(Word.CODE_USED);
            case GrantState.Expired ignored -> replies.of(Word.CODE_EXPIRED);
            case GrantState.Revoked ignored -> replies.of(Word.CODE_INVALID);
            case GrantState.Unknown ignored -> replies.of(Word.CODE_INVALID);
        };
    }

    private Answer refresh(ApiCall call, String app, GrantType type, String shown) {
        return switch (grants.read(shown, Grant.Kind.REFRESH)) {
            case GrantState.Alive(Grant old)
            when !old.consent().app().equals(app) -> refused(Word.REFRESH_OF_OTHER_CLIENT);
            case GrantState.Alive(Grant old)
            when !grants.scopes(old).containsAll(asked(call)) -> refused(Word.SCOPE_INVALID);
            case GrantState.Alive(Grant old) -> spent(type, old, shown);
            case GrantState.Used(Grant old) -> spent(type, old, shown);
            case GrantState.Expired ignored -> refused(Word.REFRESH_EXPIRED);
            case GrantState.Revoked ignored -> refused(Word.REFRESH_REVOKED);
            case GrantState.Unknown ignored -> refused(Word.REFRESH_INVALID);
        };
    }

    private static List<String> asked(ApiCall call) {
        return call.parameter("scope").map(ConsentAsked::scopes).orElse(List.of());
    }

    private Answer spent(GrantType type, Grant old, String shown) {
        if (refresh.policy() == Description.Policy.SINGLE_USE) {
            Duration grace = Objects.requireNonNullElse(refresh.reuseGrace(), Duration.ZERO);
            Spending spending = grants.spend(old, grace);
            if (spending != Spending.FIRST) {
                counts.reused();
            }
            if (spending == Spending.TOO_LATE) {
                if (refresh.reuseEndsConsent()) {
                    grants.endConsent(old);
                }
                return refused(Word.REFRESH_USED);
            }
        }
        counts.refreshed();
        return tokens.issue(type, old, shown);
    }

    private Answer refused(Word word) {
        counts.refused();
        return replies.of(word);
    }

    /// A living access token for one that lives longer.
    private Answer prolong(String app, GrantType type, String shown) {
        return switch (grants.read(shown, Grant.Kind.ACCESS)) {
            case GrantState.Alive(Grant access)
            when access.consent().app().equals(app) -> {
                counts.refreshed();
                yield tokens.issue(type, access, shown);
            }
            case GrantState.Expired ignored -> refused(Word.ACCESS_EXPIRED);
            default -> refused(Word.ACCESS_INVALID);
        };
    }
}
