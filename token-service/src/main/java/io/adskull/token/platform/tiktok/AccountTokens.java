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
import io.adskull.token.platform.GrantEnd;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The tokens of one TikTok profile: they live for a day and are renewed with a refresh token that may change each
/// time.
@Singleton
class AccountTokens implements TokenSystem {
    private static final Duration USUAL_LIFETIME = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final TikTokSettings settings;
    private final TikTokApp app;
    private final TikTokApi api;
    private final Refusals refusals;

    AccountTokens(TikTokSettings settings, TikTokApp app, TikTokApi api, Refusals refusals) {
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
        return "tiktok-account";
    }

    @Override
    public List<String> fullScopes() {
        return settings.accountScopes();
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return app.missing()
                .<ConsentStart>map(ConsentStart.NotSetUp::new)
                .orElseGet(() -> new ConsentStart.Page(
                        Address.of(settings.accountConsentUrl())
                                .with("client_key", app.id())
                                .with("scope", String.join(",", settings.accountScopes()))
                                .with("response_type", "code")
                                .with("redirect_uri", request.redirectUri().toString())
                                .with("state", request.state())
                                .with("disable_auto_auth", "1")
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
                "client_id", app.id(),
                "client_secret", app.secret().value(),
                "grant_type", "authorization_code",
                "auth_code", answer.parameter("code", "auth_code").orElseThrow(),
                "redirect_uri", answer.redirectUri().toString());
        return switch (api.post("/tt_user/oauth2/token/", body)) {
            case TikTokReply.Failed failed -> new ExchangeOutcome.Refused(refusals.words(failed.answer()));
            case TikTokReply.Done done -> granted(done.data());
        };
    }

    private ExchangeOutcome granted(JsonNode data) {
        Optional<IssuedTokens> issued = issued(data);
        String openId = data.path("open_id").asText();
        if (issued.isEmpty() || openId.isBlank()) {
            return new ExchangeOutcome.Refused("TikTok's answer holds no token or no open_id");
        }
        try {
            String name = profileName(openId, issued.get().tokens().access());
            List<String> scopes = Arrays.stream(data.path("scope").asText().split(","))
                    .filter(scope -> !scope.isBlank())
                    .toList();
            var account = new GrantedAccount(new AccountKey(Platform.TIKTOK, openId), name);
            return new ExchangeOutcome.Granted(new Grant(openId, name, scopes, issued.get(), List.of(account)));
        } catch (UnreadableEvent e) {
            return new ExchangeOutcome.Refused("TikTok's answer holds an open_id that is none");
        }
    }

    private String profileName(String openId, Secret access) {
        Map<String, String> query = Map.of("business_id", openId, "fields", "[\"display_name\",\"username\"]");
        return switch (api.get("/business/get/", query, access)) {
            case TikTokReply.Done done ->
                Stream.of("display_name", "username")
                        .map(field -> done.data().path(field).asText())
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse(openId);
            case TikTokReply.Failed failed -> openId;
        };
    }

    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        if (tokens.refresh().isEmpty()) {
            return new RefreshOutcome.Dead("TikTok gave no refresh token", true);
        }
        Map<String, String> body = Map.of(
                "client_id", app.id(),
                "client_secret", app.secret().value(),
                "grant_type", "refresh_token",
                "refresh_token", tokens.refresh().get().value());
        return switch (api.post("/tt_user/oauth2/refresh_token/", body)) {
            case TikTokReply.Failed failed -> refusals.ofRefresh(failed.answer());
            case TikTokReply.Done done ->
                issued(done.data())
                        .<RefreshOutcome>map(issued -> new RefreshOutcome.Fresh(issued.keepingRefreshOf(tokens)))
                        .orElseGet(
                                () -> new RefreshOutcome.Transient("TikTok's answer holds no token", Optional.empty()));
        };
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        Map<String, String> body = Map.of(
                "client_id", app.id(),
                "client_secret", app.secret().value(),
                "access_token", tokens.access().value());
        return switch (api.post("/tt_user/oauth2/revoke/", body)) {
            case TikTokReply.Done done -> new RevokeOutcome.Revoked();
            case TikTokReply.Failed failed ->
                refusals.dead(failed.answer())
                        ? new RevokeOutcome.Revoked()
                        : new RevokeOutcome.NotRevoked(refusals.words(failed.answer()));
        };
    }

    /// A length of time that is not there, or zero, counts as not said.
    private static Optional<Duration> seconds(JsonNode data, String field) {
        return Optional.of(data.path(field).asLong(0))
                .filter(seconds -> seconds > 0)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
    }

    private static Optional<IssuedTokens> issued(JsonNode data) {
        String access = data.path("access_token").asText();
        String refresh = data.path("refresh_token").asText();
        return access.isBlank()
                ? Optional.empty()
                : Optional.of(new IssuedTokens(
                        new Tokens(
                                new Secret(access),
                                Optional.of(refresh)
                                        .filter(text -> !text.isBlank())
                                        .map(Secret::new)),
                        Optional.of(seconds(data, "expires_in").orElse(USUAL_LIFETIME)),
                        seconds(data, "refresh_token_expires_in")
                                .<GrantEnd>map(GrantEnd.After::new)
                                .orElseGet(() -> new GrantEnd.AsBefore(Optional.empty()))));
    }
}
