package io.adskull.dashboard.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.adskull.contract.account.Platform;
import io.adskull.dashboard.overview.AccountCount;
import io.adskull.dashboard.overview.Health;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the overview shows.
///
/// @param health counts of all accounts
/// @param byPlatform how many accounts each platform has
/// @param open the worst open incidents
/// @param openTotal how many are open in all
/// @param resolved the newest
/// @param connect every way to connect something
public record OverviewPage(
        Map<Health, Long> health,
        Map<String, Long> byPlatform,
        List<IncidentCard> open,
        long openTotal,
        List<IncidentCard> resolved,
        AccountList accounts,
        List<ConnectLink> connect) {
    static OverviewPage of(
            List<AccountCount> counts,
            List<IncidentCard> open,
            long openTotal,
            List<IncidentCard> resolved,
            AccountList accounts,
            List<ConnectLink> connect) {
        return new OverviewPage(
                counts.stream().collect(groupingBy(AccountCount::health, summingLong(AccountCount::accounts))),
                counts.stream()
                        .collect(groupingBy(AccountCount::group, TreeMap::new, summingLong(AccountCount::accounts))),
                open,
                openTotal,
                resolved,
                accounts,
                connect);
    }

    public long count(Health of) {
        return health.getOrDefault(of, 0L);
    }

    public long total() {
        return health.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<Health> kinds() {
        return List.of(Health.values());
    }

    /// Those with accounts.
    public List<Platform> platforms() {
        return Arrays.stream(Platform.values())
                .filter(platform -> byPlatform.containsKey(platform.id()))
                .toList();
    }

    public boolean connected() {
        return total() > 0;
    }

    /// Whether there is one open incident only, which is then shown unfolded.
    public boolean single() {
        return openTotal == 1;
    }

    /// Open incidents that the page has no room for.
    public long hidden() {
        return openTotal - open.size();
    }

    /// The state of everything in one sentence; also read out when it changes.
    public String headline() {
        long needy = count(Health.BROKEN) + count(Health.DEGRADED);
        if (!connected()) {
            return "No account is connected yet";
        }
        if (needy > 0) {
            return needy == 1 ? "1 account needs somebody" : needy + " accounts need somebody";
        }
        return count(Health.FIXING) > 0 ? "AdSkull is fixing what fails; nobody needs to act" : "Every account works";
    }

    /// The worst there is.
    public Health worst() {
        return kinds().stream().filter(kind -> count(kind) > 0).findFirst().orElse(Health.HEALTHY);
    }
}
