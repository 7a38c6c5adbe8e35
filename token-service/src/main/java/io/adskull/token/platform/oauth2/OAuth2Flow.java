package io.adskull.token.platform.oauth2;

import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.GrantEnd;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The authorization code grant of RFC 6749 with PKCE, the refresh, and the revocation of RFC 7009.
@Singleton
public class OAuth2Flow {
    /// No platform's token lives longer; what claims to is believed for so long only.
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final TokenEndpoint endpoint;
    private final Refusals refusals;

    OAuth2Flow(TokenEndpoint endpoint, Refusals refusals) {
        this.endpoint = endpoint;
        this.refusals = refusals;
    }

    public ConsentStart start(OAuth2Profile profile, ConsentRequest request) {
        if (!profile.app().isSetUp()) {
            return new ConsentStart.NotSetUp(profile.app().missing());
        }
        Address address = Address.of(profile.consentUrl())
                .with("response_type", "code")
                .with("client_id", profile.app().id().orElseThrow())
                .with("redirect_uri", request.redirectUri().toString())
                .with("scope", String.join(profile.scopeSeparator(), profile.scopes()))
                .with("state", request.state());
        for (Map.Entry<String, String> more : profile.consentParameters().entrySet()) {
            address = address.with(more.getKey(), more.getValue());
        }
        if (!profile.pkce()) {
            return new ConsentStart.Page(address.uri(), Optional.empty());
        }
        Pkce pkce = Pkce.next();
        return new ConsentStart.Page(
                address.with("code_challenge", pkce.challenge())
                        .with("code_challenge_method", "S256")
                        .uri(),
                Optional.of(pkce.verifier()));
    }

    /// The person's answer, turned into tokens.
    public Redeemed redeem(OAuth2Profile profile, ConsentAnswer answer) {
        Optional<String> error = answer.error();
        if (error.isPresent()) {
            return new Redeemed.Ended(
                    profile.cancelWords().contains(error.get())
                            ? new ExchangeOutcome.Cancelled()
                            : new ExchangeOutcome.Refused("error " + Refusals.printable(error.get())));
        }
        Optional<String> code = answer.parameter("code");
        if (code.isEmpty()) {
            return new Redeemed.Ended(new ExchangeOutcome.Refused("no code came back"));
        }
        Map<String, String> form = new HashMap<>();
        form.put("code", code.get());
        form.put("redirect_uri", answer.redirectUri().toString());
        answer.kept().ifPresent(verifier -> form.put("code_verifier", verifier.value()));
        return switch (endpoint.redeem(profile, form)) {
            case TokenReply.Issued(TokenAnswer said) -> new Redeemed.Issued(consented(profile, said), said);
            case TokenReply.Failed(Answer failed) ->
                new Redeemed.Ended(new ExchangeOutcome.Refused(refusals.words(failed)));
        };
    }

    /// An answer without a refresh token keeps the old one.
    public RefreshOutcome refresh(OAuth2Profile profile, Tokens tokens) {
        if (tokens.refresh().isEmpty()) {
            return new RefreshOutcome.Dead(profile.platform().displayName() + " gave no refresh token", true);
        }
        if (!profile.app().isSetUp()) {
            return new RefreshOutcome.Transient(profile.app().missing(), Optional.empty());
        }
        return switch (endpoint.refresh(profile, tokens.refresh().get())) {
            case TokenReply.Failed(Answer failed) -> refusals.ofRefresh(failed);
            case TokenReply.Issued(TokenAnswer said) -> {
                Tokens renewed = tokens(said);
                GrantEnd end = profile.refreshTokenLife()
                        .atRefresh(refreshTokenLife(said), renewed.refresh().isPresent());
                yield new RefreshOutcome.Fresh(
                        new IssuedTokens(renewed.keepingRefreshOf(tokens), lifetime(profile, said), end));
            }
        };
    }

    /// Gives back the refresh token where there is one, and with it all that came from it, else the access token.
    public RevokeOutcome revoke(OAuth2Profile profile, Tokens tokens) {
        if (profile.revokeUrl().isEmpty()) {
            return new RevokeOutcome.NotRevoked(profile.platform().displayName() + " has no way to give tokens back");
        }
        if (!profile.app().isSetUp()) {
            return new RevokeOutcome.NotRevoked(profile.app().missing());
        }
        Secret token = tokens.refresh().orElse(tokens.access());
        return endpoint.revoke(profile, profile.revokeUrl().get(), token)
                .filter(failed -> !refusals.dead(failed))
                .<RevokeOutcome>map(failed -> new RevokeOutcome.NotRevoked(refusals.words(failed)))
                .orElseGet(RevokeOutcome.Revoked::new);
    }

    private static IssuedTokens consented(OAuth2Profile profile, TokenAnswer said) {
        Tokens tokens = tokens(said);
        GrantEnd end = tokens.refresh().isEmpty()
                ? new GrantEnd.None()
                : profile.refreshTokenLife().atConsent(refreshTokenLife(said));
        return new IssuedTokens(tokens, lifetime(profile, said), end);
    }

    private static Tokens tokens(TokenAnswer said) {
        return new Tokens(
                said.text("access_token").map(Secret::new).orElseThrow(),
                said.text("refresh_token").map(Secret::new));
    }

    private static Optional<Duration> lifetime(OAuth2Profile profile, TokenAnswer said) {
        return seconds(said, "expires_in").or(profile::usualLifetime);
    }

    private static Optional<Duration> refreshTokenLife(TokenAnswer said) {
        return seconds(said, "refresh_token_expires_in");
    }

    /// A length of time that is none, or is zero, counts as not said.
    private static Optional<Duration> seconds(TokenAnswer said, String field) {
        return said.text(field).flatMap(OAuth2Flow::whole);
    }

    private static Optional<Duration> whole(String text) {
        try {
            long seconds = Math.min((long) Double.parseDouble(text), LONGEST.toSeconds());
            return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
