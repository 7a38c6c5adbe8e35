package io.adskull.token.platform.snapchat;

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

/// One Snapchat login.
@Singleton
class SnapchatTokens extends OAuth2Tokens {
    private final SnapchatSettings settings;
    private final JsonApi api;

    SnapchatTokens(SnapchatSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
    }

    /// Refresh tokens do not end by time and stay the same; a challenge is known for the login kit only
    /// (https://developers.snap.com/api/marketing-api/Ads-API/authentication).
    private static OAuth2Profile profile(SnapchatSettings settings) {
        return OAuth2Profile.of(Platform.SNAPCHAT, settings)
                .withoutPkce()
                .usualLifetime(Duration.ofHours(1))
                .build();
    }

    @Override
    protected Reach reach(Redeemed.Issued issued) {
        Secret access = issued.tokens().tokens().access();
        return switch (api.get(platform(), at("/me"), access, Map.of())) {
            case JsonReply.Failed(var failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode body) ->
                accounts(
                        access,
                        body.path("me").path("id").asText(),
                        body.path("me").path("display_name").asText("Snapchat login"));
        };
    }

    /// Each organization carries its ad accounts; people know a login by its organization. One that Snapchat could not
    /// read would be missed like accounts that the person left out.
    private Reach accounts(Secret access, String identity, String login) {
        List<GrantedAccount> found = new ArrayList<>();
        List<String> organizations = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        URI first = Address.of(at("/me/organizations"))
                .with("with_ad_accounts", "true")
                .uri();
        return Pages.follow(page -> api.get(platform(), page, access, Map.of()), first, body -> {
                    body.path("organizations").forEach(entry -> {
                        if (entry.path("sub_request_status").asText().equals("ERROR")) {
                            unread.add(entry.path("sub_request_error_reason").asText("no reason is said"));
                        }
                        JsonNode organization = entry.path("organization");
                        organizations.add(organization.path("name").asText());
                        organization
                                .path("ad_accounts")
                                .forEach(account -> found.add(GrantedAccount.listed(platform(), account)));
                    });
                    return Pages.behind(body.path("paging").path("next_link").asText(""), at("/me/organizations"));
                })
                .<Reach>map(Reach.Failed::new)
                .or(() -> unread.stream().findFirst().map(SnapchatTokens::unread))
                .orElseGet(() -> new Reach.Reached(
                        identity, organizations.size() == 1 ? organizations.getFirst() : login, found));
    }

    private static Reach unread(String why) {
        return new Reach.Unusable("Snapchat does not list one of the organizations: " + Refusals.printable(why));
    }

    private URI at(String path) {
        return Address.of(settings.apiUrl()).path(path).uri();
    }
}
