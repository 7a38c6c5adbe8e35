package io.adskull.token.platform.linkedin;

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
import io.smallrye.faulttolerance.api.Guard;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One LinkedIn member.
@Singleton
class LinkedInTokens extends OAuth2Tokens {
    private static final String PAGE_SIZE = "100";

    private final LinkedInSettings settings;
    private final JsonApi api;
    private final Guard untilKnown;

    LinkedInTokens(LinkedInSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
        this.untilKnown = Guard.create()
                .withRetry()
                .maxRetries(3)
                .delay(1, ChronoUnit.SECONDS)
                .whenResult(reach -> reach instanceof Reach.Failed(Answer failed) && refusals.dead(failed))
                .withExponentialBackoff()
                .done()
                .done()
                .build();
    }

    /// Only approved partners get refresh tokens; those end 365 days after the consent, whatever happens in
    /// between, and say how much is left. A challenge is for native apps
    /// (https://learn.microsoft.com/linkedin/shared/authentication/programmatic-refresh-tokens).
    private static OAuth2Profile profile(LinkedInSettings settings) {
        return OAuth2Profile.of(Platform.LINKEDIN, settings)
                .revokedAt(settings.revokeUrl())
                .withoutPkce()
                .cancelledBy("user_cancelled_login", "user_cancelled_authorize", "access_denied")
                .usualLifetime(Duration.ofDays(60))
                .refreshTokensEndAfter(Duration.ofDays(365))
                .build();
    }

    /// For some seconds after it issued a token LinkedIn may call it revoked, until all of its servers know it
    /// (reported as omniauth-linkedin-openid#6 and fastapi-sso#196).
    @Override
    protected Reach reach(Redeemed.Issued issued) {
        return untilKnown.get(() -> reach(issued.tokens().tokens().access()), Reach.class);
    }

    private Reach reach(Secret access) {
        return switch (api.get(platform(), at("/v2/userinfo").uri(), access, Map.of())) {
            case JsonReply.Failed(Answer failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode member) ->
                accounts(
                        access, member.path("sub").asText(), member.path("name").asText("LinkedIn member"));
        };
    }

    private Reach accounts(Secret access, String identity, String businessName) {
        Map<String, String> headers =
                Map.of("LinkedIn-Version", settings.apiVersion(), "X-Restli-Protocol-Version", "2.0.0");
        List<GrantedAccount> found = new ArrayList<>();
        return Pages.follow(page -> api.get(platform(), page, access, headers), page(Optional.empty()), body -> {
                    body.path("elements").forEach(account -> found.add(GrantedAccount.listed(platform(), account)));
                    return Optional.of(
                                    body.path("metadata").path("nextPageToken").asText(""))
                            .filter(token -> !token.isBlank())
                            .map(token -> page(Optional.of(token)));
                })
                .<Reach>map(Reach.Failed::new)
                .orElseGet(() -> new Reach.Reached(identity, businessName, found));
    }

    private URI page(Optional<String> token) {
        Address address = at("/rest/adAccounts").with("q", "search").with("pageSize", PAGE_SIZE);
        return token.map(text -> address.with("pageToken", text))
                .orElse(address)
                .uri();
    }

    private Address at(String path) {
        return Address.of(settings.apiUrl()).path(path);
    }
}
