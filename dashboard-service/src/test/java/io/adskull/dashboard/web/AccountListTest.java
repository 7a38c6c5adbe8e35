package io.adskull.dashboard.web;

import static io.adskull.dashboard.Fabricated.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.dashboard.overview.AccountQuery;
import io.adskull.dashboard.overview.AccountSlice;
import io.adskull.dashboard.overview.Grouping;
import io.adskull.dashboard.overview.Health;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountListTest {
    private static final AccountSlice THIRD_OF_FIVE = new AccountSlice(List.of(), 220, 3, 5, Map.of());

    @Test
    void whatWasChosenStaysInTheAddressesOfItsPages() {
        AccountQuery query = new AccountQuery(
                "a&b=\"c\"", Optional.of(Health.FIXING), Optional.of(Platform.META), Optional.of(Grouping.BUSINESS), 3);
        String chosen = "/?q=a%26b%3D%22c%22&health=fixing&platform=meta&group=business";

        AccountList list = new AccountList(THIRD_OF_FIVE, query, NOON);

        assertThat(list.address()).isEqualTo(chosen + "&page=3");
        assertThat(list.previous()).isEqualTo(chosen + "&page=2");
        assertThat(list.next()).isEqualTo(chosen + "&page=4");
    }

    @Test
    void anotherHealthBeginsAtTheFirstPageAgain() {
        AccountList list = new AccountList(THIRD_OF_FIVE, AccountQuery.all().page(3), NOON);

        assertThat(list.of(Health.BROKEN)).isEqualTo("/?health=broken");
        assertThat(list.ofAny()).isEqualTo("/");
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        AccountList list = new AccountList(
                new AccountSlice(List.of(), 220, 5, 5, Map.of()),
                AccountQuery.all().page(99),
                NOON);

        assertThat(list.address()).isEqualTo("/?page=5");
        assertThat(list.last()).isTrue();
    }
}
