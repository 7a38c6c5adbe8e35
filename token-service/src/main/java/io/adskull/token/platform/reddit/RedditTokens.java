package io.adskull.token.platform.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
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
import java.util.function.Consumer;

/// One Reddit login.
@Singleton
class RedditTokens extends OAuth2Tokens {
    private final RedditSettings settings;
    private final JsonApi api;

    RedditTokens(RedditSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
    }

    /// With `duration=permanent` the refresh token does not end by time and stays the same; no challenge is documented
    /// (https://github.com/reddit-archive/reddit/wiki/OAuth2).
    private static OAuth2Profile profile(RedditSettings settings) {
        return OAuth2Profile.of(Platform.REDDIT, settings)
                .revokedAt(settings.revokeUrl())
                .basicAuthentication()
                .withoutPkce()
                .consentParameters(Map.of("duration", "permanent"))
                .headers(Map.of("User-Agent", settings.userAgent()))
                .usualLifetime(Duration.ofHours(1))
                .build();
    }

    @Override
    protected Reach reach(Redeemed.Issued issued) {
        Secret access = issued.tokens().tokens().access();
        return switch (get(at("/me"), access)) {
            case JsonReply.Failed(Answer failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode body) -> businesses(access, body.path("data"));
        };
    }

    private Reach businesses(Secret access, JsonNode me) {
        List<JsonNode> businesses = new ArrayList<>();
        Optional<Answer> failed = each(access, "/me/businesses", businesses::add);
        List<GrantedAccount> found = new ArrayList<>();
        for (JsonNode business : businesses) {
            failed = failed.or(() -> each(
                    access,
                    "/businesses/" + business.path("id").asText() + "/ad_accounts",
                    account -> found.add(GrantedAccount.listed(platform(), account))));
        }
        String login = me.path("reddit_username").asText(me.path("email").asText("Reddit login"));
        String name =
                businesses.size() == 1 ? businesses.getFirst().path("name").asText(login) : login;
        return failed.<Reach>map(Reach.Failed::new)
                .orElseGet(() -> new Reach.Reached(me.path("id").asText(), name, found));
    }

    private Optional<Answer> each(Secret access, String path, Consumer<JsonNode> take) {
        return Pages.follow(page -> get(page, access), at(path), body -> {
            body.path("data").forEach(take);
            return Pages.behind(body.path("pagination").path("next_url").asText(""), at(path));
        });
    }

    private JsonReply get(URI address, Secret access) {
        return api.get(platform(), address, access, Map.of("User-Agent", settings.userAgent()));
    }

    private URI at(String path) {
        return Address.of(settings.apiUrl()).path(path).uri();
    }
}
