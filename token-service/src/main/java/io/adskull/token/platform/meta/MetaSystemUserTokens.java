package io.adskull.token.platform.meta;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.ConsentAnswer;
import io.adskull.token.platform.ConsentRequest;
import io.adskull.token.platform.ConsentStart;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.oauth2.OAuth2Flow;
import io.adskull.token.platform.oauth2.OAuth2Profile;
import io.adskull.token.platform.oauth2.Redeemed;
import io.adskull.token.vault.Tokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A system user of one business. Its token does not end, or ends after 60 days and is then renewed without a person
/// (https://developers.facebook.com/docs/business-management-apis/system-users/install-apps-and-generate-tokens).
@Singleton
class MetaSystemUserTokens implements TokenSystem {
    private static final Optional<String> SYSTEM_USER = Optional.of("SYSTEM_USER");

    private final MetaSettings settings;
    private final OAuth2Profile oauth;
    private final OAuth2Flow flow;
    private final MetaExchange exchange;
    private final MetaGrants grants;

    MetaSystemUserTokens(MetaSettings settings, OAuth2Flow flow, MetaExchange exchange, MetaGrants grants) {
        this.settings = settings;
        this.oauth = MetaProfiles.systemUser(settings);
        this.flow = flow;
        this.exchange = exchange;
        this.grants = grants;
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
        return settings.loginConfigId().filter(id -> !id.isBlank()).isEmpty()
                ? new ConsentStart.NotSetUp("meta.login-config-id must be set (environment: META_LOGIN_CONFIG_ID)")
                : flow.start(oauth, request);
    }

    @Override
    public ExchangeOutcome exchange(ConsentAnswer answer) {
        return switch (flow.redeem(oauth, answer)) {
            case Redeemed.Ended(ExchangeOutcome outcome) -> outcome;
            case Redeemed.Issued(IssuedTokens issued, var said) ->
                grants.granted(oauth, exchange.issued(issued.tokens().access(), issued.lifetime()), SYSTEM_USER);
        };
    }

    @Override
    public Optional<Duration> wishedLead() {
        return Optional.of(MetaExchange.LEAD);
    }

    @Override
    public RefreshOutcome refresh(Tokens tokens) {
        return exchange.longer(tokens.access(), Map.of("set_token_expires_in_60_days", "true"));
    }

    @Override
    public RevokeOutcome revoke(Tokens tokens) {
        return new RevokeOutcome.NotRevoked("a system user's token ends in the business settings of its owner");
    }
}
