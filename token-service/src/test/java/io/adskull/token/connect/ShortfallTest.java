package io.adskull.token.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.AccountKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final AccountKey KIDS = AccountKey.parse("tiktok/1");
    private static final AccountKey HOME = AccountKey.parse("tiktok/2");

    @Test
    void whatIsGoneIsNamed() {
        var shortfall =
                Shortfall.between(Map.of(KIDS, "Kids", HOME, "Home"), Set.of(HOME), List.of("4", "17"), List.of("4"));

        assertThat(shortfall).isEqualTo(new Shortfall(List.of("Kids"), List.of("17")));
        assertThat(shortfall.isNone()).isFalse();
    }

    @Test
    void moreThanBeforeAnotherOrderAndRepeatsAreNoShortfall() {
        var shortfall = Shortfall.between(
                Map.of(KIDS, "Kids"), Set.of(HOME, KIDS), List.of("4", "17", "4"), List.of("17", "2", "4", "17"));

        assertThat(shortfall.isNone()).isTrue();
    }
}
