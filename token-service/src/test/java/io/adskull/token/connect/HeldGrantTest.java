package io.adskull.token.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;

class HeldGrantTest {
    private static final Instant ASKED = Instant.parse("2026-11-27T20:15:59.123456789Z");

    @Test
    void aGrantComesBackAsItWasHeld() {
        var full = new HeldGrant(
                new Grant(
                        "identity",
                        "Büsiness <b>",
                        List.of("4", "17"),
                        new IssuedTokens(
                                new Tokens(
                                        new Secret("held-access"),
                                        Optional.of(new Secret("held-refresh")),
                                        Optional.of(new Secret("held-secret"))),
                                Optional.of(Duration.ofHours(1)),
                                new GrantEnd.After(Duration.ofDays(60))),
                        List.of(new GrantedAccount(
                                AccountKey.parse("google/1"),
                                "One",
                                Optional.of("MANAGER"),
                                Map.of("login-customer-id", "2")))),
                ASKED);
        var bare = new HeldGrant(
                new Grant(
                        "identity",
                        "Business",
                        List.of(),
                        new IssuedTokens(new Tokens(new Secret("held-access"), Optional.empty()), Optional.empty()),
                        List.of(new GrantedAccount(AccountKey.parse("tiktok/1"), "One"))),
                ASKED);

        assertThat(HeldGrant.read(full.asSecret())).isEqualTo(full);
        assertThat(HeldGrant.read(bare.asSecret())).isEqualTo(bare);
    }

    @Test
    void nothingOfItIsEverPrinted() {
        var text = new Secret("{\"access\":\"held-access\"");

        assertThatThrownBy(() -> HeldGrant.read(text))
                .hasMessageNotContaining("held-access")
                .hasNoCause();
        assertThat(new HeldGrant(
                                new Grant(
                                        "identity",
                                        "Business",
                                        List.of(),
                                        new IssuedTokens(
                                                new Tokens(new Secret("held-access"), Optional.empty()),
                                                Optional.empty()),
                                        List.of(new GrantedAccount(AccountKey.parse("tiktok/1"), "One"))),
                                ASKED)
                        .toString())
                .isEqualTo("HeldGrant[redacted]");
    }
}
