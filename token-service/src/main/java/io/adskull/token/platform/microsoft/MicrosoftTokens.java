package io.adskull.token.platform.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Flow;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.OAuth2Tokens;
import io.adskull.token.platform.oauth2.Reach;
import io.adskull.token.platform.oauth2.Redeemed;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Microsoft identity, as the Customer Management service knows it
/// (https://learn.microsoft.com/advertising/customer-management-service/customer-management-service-reference).
@Singleton
class MicrosoftTokens extends OAuth2Tokens {
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 50;

    private final MicrosoftSettings settings;
    private final JsonApi api;

    MicrosoftTokens(MicrosoftSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
    }

    /// Each refresh brings a new refresh token; the old one is not ended by that, but dies of 90 days without use.
    /// Somebody with a personal and a work account must be able to choose
    /// (https://learn.microsoft.com/advertising/guides/authentication-oauth).
    private static OAuth2Profile profile(MicrosoftSettings settings) {
        return OAuth2Profile.of(Platform.MICROSOFT, settings)
                .consentParameters(Map.of("prompt", "select_account"))
                .usualLifetime(Duration.ofHours(1))
                .eachRefreshTokenLives(Duration.ofDays(90))
                .build();
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return settings.developerToken().isEmpty()
                ? new ConsentStart.NotSetUp(
                        "microsoft.developer-token must be set (environment: MICROSOFT_DEVELOPER_TOKEN)")
                : super.start(request);
    }

    @Override
    protected Reach reach(Redeemed.Issued issued) {
        Secret access = issued.tokens().tokens().access();
        // Without an id the service speaks of whoever asks.
        return switch (ask("/User/Query", access, new HashMap<>())) {
            case JsonReply.Failed(Answer failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode body) -> accounts(access, body.path("User"));
        };
    }

    private Reach accounts(Secret access, JsonNode user) {
        String identity = user.path("Id").asText();
        List<GrantedAccount> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (ask("/Accounts/Search", access, search(identity, page))) {
                case JsonReply.Failed(Answer failed) -> {
                    return new Reach.Failed(failed);
                }
                case JsonReply.Done(JsonNode body) -> {
                    body.path("Accounts").forEach(account -> found.add(account(account)));
                    if (body.path("Accounts").size() < PAGE_SIZE) {
                        return new Reach.Reached(identity, user.path("UserName").asText("Microsoft login"), found);
                    }
                }
            }
        }
        return new Reach.Reached(identity, user.path("UserName").asText("Microsoft login"), found);
    }

    private static Map<String, Object> search(String userId, int page) {
        return Map.of(
                "Predicates", List.of(Map.of("Field", "UserId", "Operator", "Equals", "Value", userId)),
                "PageInfo", Map.of("Index", page, "Size", PAGE_SIZE));
    }

    private GrantedAccount account(JsonNode account) {
        String id = account.path("Id").asText();
        return new GrantedAccount(
                new AccountKey(platform(), id),
                account.path("Name").asText(id),
                Optional.empty(),
                Map.of("customer-id", account.path("ParentCustomerId").asText()));
    }

    private JsonReply ask(String path, Secret access, Map<String, Object> body) {
        return api.query(
                platform(),
                Address.of(settings.apiUrl())
                        .path("/CustomerManagement/v13" + path)
                        .uri(),
                access,
                Map.of("DeveloperToken", settings.developerToken().orElse("")),
                body);
    }
}
