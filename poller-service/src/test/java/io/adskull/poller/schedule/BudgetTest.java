package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.ConnectionId;
import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.Accounts;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.Usage;
import io.adskull.poller.probe.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(300);
    private static final String ADS = "/ads/";
    private static final String PIXELS = "/pixels/";

    private final WatchedAccount one = Accounts.watched("1");
    private final WatchedAccount sibling = Accounts.watched("2");
    private final WatchedAccount stranger = Accounts.watched("3", new ConnectionId(new UUID(9, 9)), Accounts.LONG_AGO);
    private final Budget budget = new Budget(List.of());

    @Test
    void aLimitOfTheAppStopsEverybody() {
        budget.refused(Optional.of(LimitScope.APP), one, ADS, NOW, LATER);

        assertThat(budget.openAt(1, false)).isEqualTo(LATER);
        assertThat(budget.openAt(1, true)).isEqualTo(LATER);
    }

    @Test
    void aLimitOfAConnectionStopsItsAccountsOnly() {
        budget.refused(Optional.of(LimitScope.CONNECTION), one, ADS, NOW, LATER);

        assertThat(open(sibling, PIXELS)).isEqualTo(LATER);
        assertThat(open(stranger, ADS)).isEqualTo(NOW);
        assertThat(budget.openAt(1, false)).isBefore(NOW);
    }

    @Test
    void aLimitOfAnAccountStopsThatAccountOnly() {
        budget.refused(Optional.of(LimitScope.ACCOUNT), one, ADS, NOW, LATER);

        assertThat(open(one, PIXELS)).isEqualTo(LATER);
        assertThat(open(sibling, ADS)).isEqualTo(NOW);
    }

    @Test
    void aLimitOfAnEndpointStopsThatCallOfThatAccountOnly() {
        budget.refused(Optional.of(LimitScope.ENDPOINT), one, ADS, NOW, LATER);

        assertThat(open(one, ADS)).isEqualTo(LATER);
        assertThat(open(one, PIXELS)).isEqualTo(NOW);
        assertThat(open(sibling, ADS)).isEqualTo(NOW);
    }

    @Test
    void aLimitOfWhichNobodySaysWhoseItIsIsTheAppsWhenSeveralAccountsMeetIt() {
        budget.refused(Optional.empty(), one, ADS, NOW, LATER);
        budget.refused(Optional.empty(), one, PIXELS, NOW, LATER);
        budget.refused(Optional.empty(), sibling, ADS, NOW, LATER);
        assertThat(budget.openAt(1, false)).isBefore(NOW);

        budget.refused(Optional.empty(), stranger, ADS, NOW.plusSeconds(30), LATER);
        assertThat(budget.openAt(1, false)).isEqualTo(LATER);
    }

    @Test
    void aWeekOfRefusalsHereAndThereIsNoLimitOfTheApp() {
        budget.refused(Optional.empty(), one, ADS, NOW, LATER);
        budget.refused(Optional.empty(), sibling, ADS, NOW.plusSeconds(90), LATER);
        budget.refused(Optional.empty(), stranger, ADS, NOW.plusSeconds(180), LATER);

        assertThat(budget.openAt(1, false)).isBefore(NOW);
    }

    @Test
    void theLongerOfTwoPausesCounts() {
        budget.refused(Optional.of(LimitScope.APP), one, ADS, NOW, LATER);
        budget.refused(Optional.of(LimitScope.APP), one, ADS, NOW, NOW.plusSeconds(1));

        assertThat(budget.openAt(1, false)).isEqualTo(LATER);
    }

    @Test
    void whenMostIsUsedOnlyPeopleGoOn() {
        budget.used(new Usage(LimitScope.ACCOUNT, 0.74, Optional.empty()), one, ADS, NOW);
        assertThat(open(one, ADS)).isEqualTo(NOW);

        budget.used(new Usage(LimitScope.ACCOUNT, 0.76, Optional.of(Duration.ofSeconds(300))), one, ADS, NOW);
        assertThat(open(one, ADS)).isEqualTo(LATER);
        assertThat(budget.openAt(one, ADS, 1, true, NOW)).isEqualTo(NOW);
    }

    @Test
    void anAccountsOwnLimitSpacesItsCallsAndNobodyElses() {
        Budget reddit =
                new Budget(List.of(new Allowance(new Limit(LimitScope.ACCOUNT, 1, Duration.ofSeconds(1), false), 0.8)));
        reddit.spend(one, ADS, 0.1, NOW);

        assertThat(reddit.openAt(one, PIXELS, 0.1, false, NOW)).isBetween(NOW.plusMillis(1_100), NOW.plusMillis(1_250));
        assertThat(reddit.openAt(sibling, PIXELS, 0.1, false, NOW)).isEqualTo(NOW);
        assertThat(reddit.openAt(0.1, false)).isBefore(NOW);
    }

    @Test
    void theRateIsThatOfTheTightestLimit() {
        Budget google =
                new Budget(List.of(new Allowance(Limit.perSecond(6), 0.8), new Allowance(Limit.perDay(15_000), 0.05)));

        assertThat(google.rate(1) * 86_400).isBetween(749.0, 751.0);
        assertThat(budget.rate(1)).isInfinite();
    }

    private Instant open(WatchedAccount account, String path) {
        return budget.openAt(account, path, 1, false, NOW);
    }
}
