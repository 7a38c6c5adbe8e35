package io.adskull.token.platform.google;

import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Flow;
import io.adskull.token.platform.oauth2.OAuth2Tokens;
import io.adskull.token.platform.oauth2.Reach;
import io.adskull.token.platform.oauth2.Redeemed;
import io.adskull.token.vault.Secret;
import jakarta.inject.Singleton;
import java.util.Map;

/// One Google user's access to Google Ads.
@Singleton
class GoogleTokens extends OAuth2Tokens {
    private final GoogleSettings settings;
    private final JsonApi api;
    private final GoogleCustomers customers;

    GoogleTokens(
            GoogleSettings settings,
            GoogleOAuth2 oauth,
            OAuth2Flow flow,
            Refusals refusals,
            JsonApi api,
            GoogleCustomers customers) {
        super(oauth, flow, refusals);
        this.settings = settings;
        this.api = api;
        this.customers = customers;
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
