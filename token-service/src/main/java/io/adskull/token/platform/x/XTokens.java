package io.adskull.token.platform.x;

import com.github.scribejava.core.model.OAuth1AccessToken;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.Pages;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One X account (https://docs.x.com/x-ads-api/getting-started/authentication). Its token does not end by time; it
/// ends when the person takes it back.
@Singleton
class XTokens implements TokenSystem {
    private static final String TOKEN = "oauth_token";
    private static final String TOKEN_SECRET = "oauth_token_secret";

    private final XSettings settings;
    private final XSigner signer;
    private final JsonApi api;
    private final Refusals refusals;

    XTokens(XSettings settings, XSigner signer, JsonApi api, Refusals refusals) {
        this.settings = settings;
        this.signer = signer;
        this.api = api;
        this.refusals = refusals;
    }

    @Override
    public Platform platform() {
        return Platform.X;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    /// OAuth 1.0a knows no state: it travels in the callback's own address. The temporary token comes back with the
    /// person, its secret stays here.
    @Override
    public ConsentStart start(ConsentRequest request) {
        if (!signer.app().isSetUp()) {
            return new ConsentStart.NotSetUp(signer.app().missing());
        }
        URI callback =
                Address.of(request.redirectUri()).with("state", request.state()).uri();
        Answer answer = signer.post(oauth("/request_token"), Map.of("oauth_callback", callback.toString()));
        FormAnswer form = FormAnswer.read(answer);
        if (!form.has(TOKEN, TOKEN_SECRET)) {
            return new ConsentStart.Unavailable(refusals.words(answer));
        }
        // Otherwise X sends the person somewhere else, and without the state (RFC 5849, section 2.1).
        if (!form.field("oauth_callback_confirmed").equals("true")) {
            return new ConsentStart.Unavailable("X does not confirm where the person is to come back to");
        }
        return new ConsentStart.Page(
                Address.of(oauth("/authorize")).with(TOKEN, form.field(TOKEN)).uri(),
                Optional.of(new Secret(form.field(TOKEN) + "\n" + form.field(TOKEN_SECRET))));
    }

    @Override
    public ExchangeOutcome exchange(ConsentAnswer answer) {
        if (answer.parameter("denied").isPresent()) {
            return new ExchangeOutcome.Cancelled();
        }
        String[] kept = answer.kept().map(Secret::value).orElse("").split("\n", 2);
        Optional<String> verifier = answer.parameter("oauth_verifier");
        if (verifier.isEmpty() || kept.length < 2 || !answer.parameter(TOKEN).equals(Optional.of(kept[0]))) {
            return new ExchangeOutcome.Refused("X's answer does not belong to this consent");
        }
        Answer exchanged = signer.post(
                oauth("/access_token"),
                new OAuth1AccessToken(kept[0], kept[1]),
                Map.of("oauth_verifier", verifier.get()));
        FormAnswer form = FormAnswer.read(exchanged);
        return form.has(TOKEN, TOKEN_SECRET, "user_id")
                ? granted(form)
                : new ExchangeOutcome.Refused(refusals.words(exchanged));
    }

    private ExchangeOutcome granted(FormAnswer form) {
        var tokens = new Tokens(
                new Secret(form.field(TOKEN)), Optional.empty(), Optional.of(new Secret(form.field(TOKEN_SECRET))));
        String name = form.has("screen_name") ? form.field("screen_name") : form.field("user_id");
        List<GrantedAccount> found = new ArrayList<>();
        try {
            Optional<Answer> failed = Pages.follow(
                    page -> api.reply(signer.get(page, signing(tokens))), accounts(Optional.empty()), body -> {
                        body.path("data").forEach(account -> found.add(GrantedAccount.listed(platform(), account)));
                        return Optional.of(body.path("next_cursor").asText(""))
                                .filter(cursor -> !cursor.isBlank() && !cursor.equals("null"))
                                .map(cursor -> accounts(Optional.of(cursor)));
                    });
            if (failed.isPresent()) {
                return new ExchangeOutcome.Refused(refusals.words(failed.get()));
            }
            return found.isEmpty()
                    ? new ExchangeOutcome.NothingGranted("@" + name)
                    : new ExchangeOutcome.Granted(new Grant(
                            form.field("user_id"),
                            "@" + name,
                            List.of(),
                            new IssuedTokens(tokens, Optional.empty()),
                            found));
        } catch (UnreadableEvent e) {
            return new ExchangeOutcome.Refused("X's answer holds an account id that is none");
        }
    }

    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        return new RefreshOutcome.Dead("X's tokens cannot be refreshed", true);
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        Answer answer = signer.post(settings.revokeUrl(), signing(tokens), Map.of());
        return answer.httpStatus().equals(Optional.of(200)) || refusals.dead(answer)
                ? new RevokeOutcome.Revoked()
                : new RevokeOutcome.NotRevoked(refusals.words(answer));
    }

    private static OAuth1AccessToken signing(Tokens tokens) {
        return new OAuth1AccessToken(
                tokens.access().value(), tokens.tokenSecret().orElseThrow().value());
    }

    private URI accounts(Optional<String> cursor) {
        Address address = Address.of(settings.apiUrl()).path("/12/accounts").with("count", "200");
        return cursor.map(text -> address.with("cursor", text)).orElse(address).uri();
    }

    private URI oauth(String path) {
        return Address.of(settings.oauthUrl()).path(path).uri();
    }
}
