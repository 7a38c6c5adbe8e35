package io.adskull.token.platform.google;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
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
import java.util.Map;

/// One Google user's access to Google Ads.
@Singleton
class GoogleTokens extends OAuth2Tokens {
    private final GoogleSettings settings;
    private final JsonApi api;
    private final GoogleCustomers customers;

    GoogleTokens(GoogleSettings settings, OAuth2Flow flow, Refusals refusals, JsonApi api, GoogleCustomers customers) {
        super(profile(settings), flow, refusals);
        this.settings = settings;
        this.api = api;
        this.customers = customers;
    }

    /// Refresh tokens do not end by time and stay the same, except that an app in testing gets some that live seven
    /// days and say so. Without both parameters Google gives one only for a person's first consent
    /// (https://developers.google.com/identity/protocols/oauth2/web-server).
    private static OAuth2Profile profile(GoogleSettings settings) {
        return OAuth2Profile.of(Platform.GOOGLE, settings)
                .revokedAt(settings.revokeUrl())
                .consentParameters(Map.of("access_type", "offline", "prompt", "consent"))
                .usualLifetime(Duration.ofHours(1))
                .build();
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return settings.developerToken().isEmpty()
                ? new ConsentStart.NotSetUp("google.developer-token must be set (environment: GOOGLE_DEVELOPER_TOKEN)")
                : super.start(request);
    }

    @Override
    protected Reach reach(Redeemed.Issued issued) {
        if (issued.tokens().tokens().refresh().isEmpty()) {
            return new Reach.Unusable("Google gave no refresh token, so the access would end within the hour");
        }
        Secret access = issued.tokens().tokens().access();
        return switch (api.get(platform(), settings.userUrl(), access, Map.of())) {
            case JsonReply.Failed(var failed) -> new Reach.Failed(failed);
            case JsonReply.Done(var user) ->
                customers.reached(
                        access,
                        user.path("sub").asText(),
                        user.path("email")
                                .asText("Google user " + user.path("sub").asText()));
        };
    }
}
