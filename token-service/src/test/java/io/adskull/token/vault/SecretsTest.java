package io.adskull.token.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.token.access.AccessTokenResource;
import io.adskull.token.account.StoredTokens;
import io.adskull.token.platform.ExchangeOutcome;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.vault.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
    private static final String HIDDEN = "act.hidden-token";
    private static final Tokens TOKENS = new Tokens(new Secret(HIDDEN), Optional.of(new Secret(HIDDEN)));

    static List<Object> everythingThatHoldsASecret() {
        var issued = new IssuedTokens(TOKENS, Optional.empty());
        var account = new GrantedAccount(new AccountKey(Platform.TIKTOK, "1"), "One");
        var grant = new Grant("identity", "Northwind Agency", List.of(), issued, List.of(account));
        return List.of(
                new Secret(HIDDEN),
                TOKENS,
                issued,
                grant,
                new ExchangeOutcome.Granted(grant),
                new RefreshOutcome.Fresh(issued),
                new StoredTokens(
                        HIDDEN.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new AccessTokenResource.AccessToken(HIDDEN, HIDDEN, null));
    }

    @ParameterizedTest
    @MethodSource("everythingThatHoldsASecret")
    void whatHoldsASecretDoesNotPrintIt(Object holder) {
        assertThat(holder.toString()).isNotBlank().doesNotContain(HIDDEN);
    }

    @Test
    void anEmptySecretCannotBeWrittenDown() {
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerWithoutRefreshTokenKeepsTheOldOne() {
        Tokens newer = new Tokens(new Secret("newer"), Optional.empty());

        assertThat(newer.keepingRefreshOf(TOKENS).refresh()).isEqualTo(TOKENS.refresh());
    }
}
