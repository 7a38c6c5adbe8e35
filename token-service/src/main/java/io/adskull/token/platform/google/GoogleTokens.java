package io.adskull.token.platform.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.platform.oauth2.OAuth2Flow;
import io.adskull.token.platform.oauth2.Redeemed;
import io.adskull.token.vault.Secret;
import io.adskull.token.vault.Tokens;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// One Google user's access to Google Ads.
@Singleton
class GoogleTokens implements TokenSystem {
    private final GoogleSettings settings;
    private final GoogleOAuth2 oauth;
    private final OAuth2Flow flow;
    private final JsonApi api;
    private final GoogleCustomers customers;
    private final Refusals refusals;

    GoogleTokens(
            GoogleSettings settings,
            GoogleOAuth2 oauth,
            OAuth2Flow flow,
            JsonApi api,
            GoogleCustomers customers,
            Refusals refusals) {
        this.settings = settings;
        this.oauth = oauth;
        this.flow = flow;
        this.api = api;
        this.customers = customers;
        this.refusals = refusals;
    }

    @Override
    public Platform platform() {
        return oauth.platform();
    }

    @Override
    public String kind() {
        return oauth.kind();
    }

    @Override
    public ConsentStart start(ConsentRequest request) {
        return settings.developerToken().isEmpty()
                ? new ConsentStart.NotSetUp("google.developer-token must be set (environment: GOOGLE_DEVELOPER_TOKEN)")
                : flow.start(oauth, request);
    }

    @Override
    public ExchangeOutcome exchange(ConsentAnswer answer) {
        return switch (flow.redeem(oauth, answer)) {
            case Redeemed.Ended(ExchangeOutcome outcome) -> outcome;
            case Redeemed.Issued issued -> granted(issued);
        };
    }

    private ExchangeOutcome granted(Redeemed.Issued issued) {
        Secret access = issued.tokens().tokens().access();
        if (issued.tokens().tokens().refresh().isEmpty()) {
            return new ExchangeOutcome.Refused("Google gave no refresh token, so the access would end within the hour");
        }
        return switch (api.get(platform(), settings.userUrl(), access, Map.of())) {
            case JsonReply.Failed(var failed) -> new ExchangeOutcome.Refused(refusals.words(failed));
            case JsonReply.Done(JsonNode user) -> reached(issued, access, user);
        };
    }

    private ExchangeOutcome reached(Redeemed.Issued issued, Secret access, JsonNode user) {
        String identity = user.path("sub").asText();
        if (identity.isBlank()) {
            return new ExchangeOutcome.Refused("Google does not say who consented");
        }
        String businessName = user.path("email").asText("Google user " + identity);
        try {
            return switch (customers.of(access)) {
                case GoogleCustomers.Reached.Refused(String reason) -> new ExchangeOutcome.Refused(reason);
                case GoogleCustomers.Reached.Accounts(List<GrantedAccount> accounts)
                when accounts.isEmpty() -> new ExchangeOutcome.NothingGranted(businessName);
                case GoogleCustomers.Reached.Accounts(List<GrantedAccount> accounts) ->
                    new ExchangeOutcome.Granted(new Grant(
                            identity,
                            businessName,
                            issued.answer()
                                    .text("scope")
                                    .map(text -> List.of(text.split(" ")))
                                    .orElseGet(oauth::scopes),
                            issued.tokens(),
                            accounts));
            };
        } catch (UnreadableEvent e) {
            return new ExchangeOutcome.Refused("Google's answer holds a customer id that is none");
        }
    }

    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        return flow.refresh(oauth, tokens);
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        return flow.revoke(oauth, tokens);
    }
}
