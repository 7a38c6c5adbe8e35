package io.adskull.token.refresh;

import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.TestClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Winds the clock and has done at once what the service does by it.
@Singleton
public class Later {
    private final TestClock clock;
    private final RefreshDueTokens refresher;
    private final AnnounceExpiring announcer;

    Later(TestClock clock, RefreshDueTokens refresher, AnnounceExpiring announcer) {
        this.clock = clock;
        this.refresher = refresher;
        this.announcer = announcer;
    }

    /// Refreshes that are due have begun when this returns.
    public void by(Duration time) {
        clock.wind(time);
        refresher.refreshDue();
    }

    /// The ends of one connection's access that are told by now. One that is being refreshed tells its end later.
    public List<Instant> endsToldOf(String connection) {
        announcer.announce();
        return Events.endsToldOf(connection);
    }
}
