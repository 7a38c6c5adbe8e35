package io.adskull.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Health;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountListTest {

    @Test
    void aPageOutOfRangeIsTheNearestOne() {
        List<AccountView> many = IntStream.range(0, 120)
                .mapToObj(i -> account("Fleet " + i, Health.HEALTHY))
                .toList();

        AccountList list = AccountList.of(many, "", Optional.empty(), 99);

        assertThat(list.page()).isEqualTo(3);
        assertThat(list.shown()).hasSize(20);
        assertThat(list.previous()).isEqualTo("/?page=2");
    }

    @Test
    void searchLooksAtNamesIdsAndBusinessesWhateverTheCase() {
        List<AccountView> accounts =
                List.of(account("Northwind Kids", Health.BROKEN), account("Contoso", Health.HEALTHY));

        assertThat(AccountList.of(accounts, " KIDS ", Optional.empty(), 1).shown())
                .hasSize(1);
        assertThat(AccountList.of(accounts, "agency", Optional.empty(), 1).shown())
                .hasSize(2);
        assertThat(AccountList.of(accounts, "", Optional.of(Health.BROKEN), 1).shown())
                .hasSize(1);
        assertThat(AccountList.of(accounts, "nothing like it", Optional.empty(), 1)
                        .filtered())
                .isTrue();
    }

    @Test
    void whatWasSearchedForIsEncodedInAddresses() {
        AccountList list = AccountList.of(List.of(), "a&b=\"c\"", Optional.of(Health.FIXING), 1);

        assertThat(list.address()).isEqualTo("/?q=a%26b%3D%22c%22&health=fixing");
        assertThat(list.showing("")).isEqualTo("/?q=a%26b%3D%22c%22");
    }

    private static AccountView account(String name, Health health) {
        AccountKey key = new AccountKey(Platform.TIKTOK, "70" + Math.abs(name.hashCode()));
        return new AccountView(
                key,
                key.platform(),
                key.accountId(),
                name,
                "Some Agency",
                "advertiser",
                new UUID(0, 1),
                health,
                0,
                Instant.EPOCH,
                List.of(),
                null);
    }
}
