package io.adskull.token.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.account.AccountKey;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.GrantEnd;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A grant that nobody has accepted yet, and when its code was exchanged.
record HeldGrant(Grant grant, Instant askedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// As one text for the vault. It lives for minutes, so that no release reads another one's.
    Secret asSecret() {
        IssuedTokens issued = grant.tokens();
        var written = new Written(
                grant.identity(),
                grant.businessName(),
                grant.scopes(),
                issued.tokens().access().value(),
                issued.tokens().refresh().map(Secret::value).orElse(null),
                issued.tokens().tokenSecret().map(Secret::value).orElse(null),
                issued.lifetime().map(Duration::toSeconds).orElse(null),
                issued.grantEnd().length().map(Duration::toSeconds).orElse(null),
                grant.accounts().stream().map(Account::of).toList(),
                grant.complete(),
                askedAt.toString());
        try {
            return new Secret(JSON.writeValueAsString(written));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a grant");
        }
    }

    static HeldGrant read(Secret text) {
        try {
            return JSON.readValue(text.value(), Written.class).grant();
        } catch (JsonProcessingException e) {
            // The cause would quote the grant.
            throw new IllegalStateException("cannot read a grant that was held");
        }
    }

    @Override
    public String toString() {
        return "HeldGrant[redacted]";
    }

    private record Written(
            String identity,
            String businessName,
            List<String> scopes,
            String access,
            @Nullable String refresh,
            @Nullable String tokenSecret,
            @Nullable Long lifetime,
            @Nullable Long grantLifetime,
            List<Account> accounts,
            boolean complete,
            String askedAt) {

        HeldGrant grant() {
            var tokens = new Tokens(
                    new Secret(access),
                    Optional.ofNullable(refresh).map(Secret::new),
                    Optional.ofNullable(tokenSecret).map(Secret::new));
            var issued = new IssuedTokens(
                    tokens,
                    Optional.ofNullable(lifetime).map(Duration::ofSeconds),
                    GrantEnd.after(Optional.ofNullable(grantLifetime).map(Duration::ofSeconds)));
            return new HeldGrant(
                    new Grant(
                            identity,
                            businessName,
                            scopes,
                            issued,
                            accounts.stream().map(Account::granted).toList(),
                            complete),
                    Instant.parse(askedAt));
        }

        @Override
        public String toString() {
            return "Written[redacted]";
        }
    }

    private record Account(
            String key, String name, @Nullable String connectedAs, Map<String, String> callParameters) {

        static Account of(GrantedAccount account) {
            return new Account(
                    account.key().toString(),
                    account.name(),
                    account.connectedAs().orElse(null),
                    account.callParameters());
        }

        GrantedAccount granted() {
            return new GrantedAccount(AccountKey.parse(key), name, Optional.ofNullable(connectedAs), callParameters);
        }
    }
}
