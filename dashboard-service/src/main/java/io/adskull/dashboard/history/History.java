package io.adskull.dashboard.history;

import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Overview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/// How accounts did until now; of the request's tenant only.
@ApplicationScoped
@Transactional
public class History {
    private final Overview overview;
    private final WatchRepository watches;
    private final InstantSource clock;

    History(Overview overview, WatchRepository watches, InstantSource clock) {
        this.overview = overview;
        this.watches = watches;
        this.clock = clock;
    }

    public AccountUptime uptime(AccountView account) {
        Instant now = clock.instant();
        Instant since = watches.since(account.key().toString()).orElse(now);
        return AccountUptime.of(account, overview.outages(account, Uptime.begin(now)), since, now);
    }
}
