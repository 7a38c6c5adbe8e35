package io.adskull.dashboard.history;

import io.adskull.contract.account.Resource;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Outage;
import io.adskull.dashboard.overview.Permission;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How each part of an account did in the last 90 days; also its JSON. Times are UTC.
///
/// @param watchedSince when somebody began to look at the account
/// @param parts those that are probed, those that fail, and those that failed meanwhile
public record AccountUptime(Instant watchedSince, Instant until, List<Uptime> parts) {
    static AccountUptime of(AccountView account, List<Outage> outages, Instant watchedSince, Instant now) {
        Set<Resource> parts = new LinkedHashSet<>();
        account.permissions().stream().map(Permission::resource).forEach(parts::add);
        outages.stream().map(Outage::resource).sorted().forEach(parts::add);
        return new AccountUptime(
                watchedSince,
                now,
                parts.stream()
                        .map(part -> Uptime.of(part, outages, watchedSince, now))
                        .toList());
    }
}
