package io.adskull.token.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
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
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The Marketing API's tokens: one TikTok for Business login and the ad accounts it ticked. They do not end by
/// time and cannot be refreshed; they end when the advertiser withdraws them.
@Singleton
class AdvertiserTokens implements TokenSystem {
    private final TikTokSettings settings;
    private final TikTokApp app;
    private final TikTokApi api;
    private final Refusals refusals;

    AdvertiserTokens(TikTokSettings settings, TikTokApp app, TikTokApi api, Refusals refusals) {
        this.settings = settings;
        this.app = app;
        this.api = api;
        this.refusals = refusals;
    }

    @Override
    public Platform platform() {
        return Platform.TIKTOK;
    }

    @Override
    public String kind() {
        return "advertiser";
    }

    @Override
    public String scopeName(String scope) {
        return TikTokScopes.name(scope);
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return app.missing()
                .<ConsentStart>map(ConsentStart.NotSetUp::new)
                .orElseGet(() -> new ConsentStart.Page(
                        Address.of(settings.apiUrl().resolve("/portal/auth"))
                                .with("app_id", app.id())
                                .with("state", request.state())
                                .with("redirect_uri", request.redirectUri().toString())
                                .uri(),
                        Optional.empty()));
    }

    @Override
    public ExchangeOutcome exchange(ConsentAnswer answer) {
        Optional<ExchangeOutcome> ended = TikTokConsent.ended(answer);
        if (ended.isPresent()) {
            return ended.get();
        }
        Map<String, String> body = Map.of(
                "app_id", app.id(),
                "secret", app.secret().value(),
                "auth_code", answer.parameter("auth_code", "code").orElseThrow());
        return switch (api.post("/oauth2/access_token/", body)) {
            case TikTokReply.Failed failed -> new ExchangeOutcome.Refused(refusals.words(failed.answer()));
            case TikTokReply.Done done -> granted(done.data());
        };
    }

    private ExchangeOutcome granted(JsonNode data) {
        String token = data.path("access_token").asText();
        if (token.isBlank()) {
            return new ExchangeOutcome.Refused("TikTok's answer holds no access token");
        }
        Secret access = new Secret(token);
        return switch (api.get("/user/info/", Map.of(), access)) {
            case TikTokReply.Failed failed -> new ExchangeOutcome.Refused(refusals.words(failed.answer()));
            case TikTokReply.Done user -> named(data, access, user.data());
        };
    }

    private ExchangeOutcome named(JsonNode data, Secret access, JsonNode user) {
        String identity = user.path("core_user_id").asText();
        if (identity.isBlank()) {
            return new ExchangeOutcome.Refused("TikTok does not say who consented");
        }
        String businessName = businessCenter(access)
                .orElseGet(() -> user.path("display_name").asText("TikTok for Business " + identity));
        List<String> ids = texts(data.path("advertiser_ids"));
        if (ids.isEmpty()) {
            return new ExchangeOutcome.NothingGranted(businessName);
        }
        try {
            Map<String, String> names = names(access);
            List<GrantedAccount> accounts = ids.stream()
                    .distinct()
                    .map(id -> new GrantedAccount(new AccountKey(Platform.TIKTOK, id), names.getOrDefault(id, id)))
                    .toList();
            var issued = new IssuedTokens(new Tokens(access, Optional.empty()), Optional.empty());
            return new ExchangeOutcome.Granted(
                    new Grant(identity, businessName, texts(data.path("scope")), issued, accounts));
        } catch (UnreadableEvent e) {
            return new ExchangeOutcome.Refused("TikTok's answer holds an account id that is none");
        }
    }

    /// People know a connection by its Business Center; a login of several, of none, or without that scope goes
    /// by its own name.
    private Optional<String> businessCenter(Secret access) {
        if (api.get("/bc/get/", Map.of(), access) instanceof TikTokReply.Done(var data)
                && data.path("list").size() == 1) {
            return Optional.of(data.path("list")
                            .path(0)
                            .path("bc_info")
                            .path("name")
                            .asText())
                    .filter(name -> !name.isBlank());
        }
        return Optional.empty();
    }

    /// A name that cannot be had is no reason to lose the consent: the id stands in for it.
    private Map<String, String> names(Secret access) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> query =
                Map.of("app_id", app.id(), "secret", app.secret().value());
        if (api.get("/oauth2/advertiser/get/", query, access) instanceof TikTokReply.Done done) {
            done.data().path("list").forEach(advertiser -> {
                String name = advertiser.path("advertiser_name").asText();
                if (!name.isBlank()) {
                    names.put(advertiser.path("advertiser_id").asText(), name);
                }
            });
        }
        return names;
    }

    /// Trying would break nothing but is answered with an error: the token does not end by time.
    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        return new RefreshOutcome.Dead("advertiser tokens cannot be refreshed", true);
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        Map<String, String> body = Map.of(
                "app_id", app.id(),
                "secret", app.secret().value(),
                "access_token", tokens.access().value());
        return switch (api.post("/oauth2/revoke_token/", body, tokens.access())) {
            case TikTokReply.Done done -> new RevokeOutcome.Revoked();
            case TikTokReply.Failed failed ->
                refusals.dead(failed.answer())
                        ? new RevokeOutcome.Revoked()
                        : new RevokeOutcome.NotRevoked(refusals.words(failed.answer()));
        };
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
