package io.adskull.token.platform.pinterest;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.http.Address;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Pages;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Flow;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.OAuth2Tokens;
import io.adskull.token.platform.oauth2.Reach;
import io.adskull.token.platform.oauth2.Redeemed;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Pinterest business login.
@Singleton
class PinterestTokens extends OAuth2Tokens {
    private static final String PAGE_SIZE = "100";

    private final PinterestSettings settings;
    private final JsonApi api;

    PinterestTokens(PinterestSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
    }

    /// Refresh tokens are continuous: each refresh brings a new one that lives for 60 days. Pinterest's documents
    /// know no challenge
    /// (https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/).
    private static OAuth2Profile profile(PinterestSettings settings) {
        return OAuth2Profile.of(Platform.PINTEREST, settings)
                .basicAuthentication()
                .withoutPkce()
                .scopesSeparatedBy(",")
                .usualLifetime(Duration.ofDays(30))
                .eachRefreshTokenLives(Duration.ofDays(60))
                .build();
    }

    @Override
    protected Reach reach(Redeemed.Issued issued) {
        Secret access = issued.tokens().tokens().access();
        return switch (api.get(platform(), at("/user_account"), access, Map.of())) {
            case JsonReply.Failed(var failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode user) ->
                accounts(
                        access,
                        user.path("id").asText(user.path("username").asText()),
                        user.path("business_name").asText(user.path("username").asText()));
        };
    }

    private Reach accounts(Secret access, String identity, String businessName) {
        List<GrantedAccount> found = new ArrayList<>();
        return Pages.follow(page -> api.get(platform(), page, access, Map.of()), page(Optional.empty()), body -> {
                    body.path("items").forEach(account -> found.add(GrantedAccount.listed(platform(), account)));
                    return Optional.of(body.path("bookmark").asText(""))
                            .filter(bookmark -> !bookmark.isBlank())
                            .map(bookmark -> page(Optional.of(bookmark)));
                })
                .<Reach>map(Reach.Failed::new)
                .orElseGet(() -> new Reach.Reached(identity, businessName, found));
    }

    private URI page(Optional<String> bookmark) {
        Address address = Address.of(at("/ad_accounts")).with("page_size", PAGE_SIZE);
        return bookmark.map(text -> address.with("bookmark", text))
                .orElse(address)
                .uri();
    }

    private URI at(String path) {
        return Address.of(settings.apiUrl()).path(path).uri();
    }
}
