package io.adskull.poller.schedule;

import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.probe.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

/// One platform's way through the poller: its budget of calls a second and its bound of calls at once. Planned by
/// one dispatcher, left by any thread.
final class Lane {
    final AdPlatform platform;
    private final Pace pace;
    private final int width;
    private final Semaphore free;

    Lane(AdPlatform platform, List<Limit> limits, int width) {
        this.platform = platform;
        this.pace = new Pace(limits);
        this.width = width;
        this.free = new Semaphore(width);
    }

    /// A place for one more call that may start at `horizon` or before; whoever gets it must [#leave].
    boolean enter(Instant horizon) {
        return pace.openAt(horizon) && free.tryAcquire();
    }

    /// How long from `now` until a call that is due at `dueAt` may start.
    ///
    /// @param share of the platform's budget that is this replica's
    Duration delay(Instant dueAt, Instant now, double share) {
        Instant earliest = dueAt.isAfter(now) ? dueAt : now;
        return Duration.between(now, pace.reserve(earliest, share));
    }

    void leave() {
        free.release();
    }

    int inFlight() {
        return width - free.availablePermits();
    }
}
