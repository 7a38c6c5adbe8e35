package io.adskull.token.platform.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.diagnosis.Answer;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// One Amazon login. What Amazon calls a profile is the ad account of one shop or vendor in one country.
@Singleton
class AmazonTokens extends OAuth2Tokens {
    private static final Logger LOG = Logger.getLogger(AmazonTokens.class);

    private final AmazonSettings settings;
    private final JsonApi api;

    AmazonTokens(AmazonSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
    }

    /// Refresh tokens do not end by time and stay the same; there is no place to give them back. A challenge is
    /// meant for apps without a secret
    /// (https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html).
    private static OAuth2Profile profile(AmazonSettings settings) {
        return OAuth2Profile.of(Platform.AMAZON, settings)
                .withoutPkce()
                .usualLifetime(Duration.ofHours(1))
                .build();
    }

    @Override
    protected Reach reach(Redeemed.Issued issued) {
        Secret access = issued.tokens().tokens().access();
        return switch (api.get(platform(), settings.userUrl(), access, Map.of())) {
            case JsonReply.Failed(Answer failed) -> new Reach.Failed(failed);
            case JsonReply.Done(JsonNode user) ->
                profiles(
                        access,
                        user.path("user_id").asText(),
                        user.path("name").asText(user.path("email").asText("Amazon login")));
        };
    }

    /// A region that fails while another one answers does not cost the consent: its profiles are found by the next one.
    private Reach profiles(Secret access, String identity, String businessName) {
        List<GrantedAccount> found = new ArrayList<>();
        List<Answer> failures = new ArrayList<>();
        regions().forEach((region, url) -> {
            switch (api.get(platform(), Address.of(url).path("/v2/profiles").uri(), access, client())) {
                case JsonReply.Failed(Answer failed)
                when isEmptyList(failed) -> LOG.debugf("no profile in Amazon's region %s", region);
                case JsonReply.Failed(Answer failed) -> {
                    LOG.warnf("Amazon's region %s does not list its profiles now", region);
                    failures.add(failed);
                }
                case JsonReply.Done(JsonNode profiles) ->
                    profiles.forEach(profile -> found.add(account(profile, region)));
            }
        });
        return found.isEmpty() && !failures.isEmpty()
                ? new Reach.Failed(failures.getFirst())
                : new Reach.Reached(identity, businessName, found, failures.isEmpty());
    }

    /// The diagnosis takes it for a lost access, which it is to a poller; here it is one region of three.
    private static boolean isEmptyList(Answer answer) {
        return answer.httpStatus().equals(Optional.of(200))
                && new String(answer.body(), StandardCharsets.UTF_8).strip().equals("[]");
    }

    private GrantedAccount account(JsonNode profile, String region) {
        String id = profile.path("profileId").asText();
        JsonNode account = profile.path("accountInfo");
        String name = account.path("name").asText("").isBlank()
                ? id
                : account.path("name").asText();
        String country = profile.path("countryCode").asText("");
        return new GrantedAccount(
                new AccountKey(platform(), id),
                country.isBlank() ? name : name + " (" + country + ")",
                Optional.empty(),
                Map.of("region", region));
    }

    private Map<String, URI> regions() {
        Map<String, URI> regions = new LinkedHashMap<>();
        regions.put("na", settings.naUrl());
        regions.put("eu", settings.euUrl());
        regions.put("fe", settings.feUrl());
        return regions;
    }

    private Map<String, String> client() {
        return Map.of("Amazon-Advertising-API-ClientId", settings.appId().orElse(""));
    }
}
