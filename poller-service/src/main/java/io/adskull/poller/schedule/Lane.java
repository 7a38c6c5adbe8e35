package io.adskull.poller.schedule;

import io.adskull.poller.platform.AdPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One platform's way through the poller: a bound of calls at once. Entered by one dispatcher, left by any thread.
final class Lane {
    final AdPlatform platform;
    private final int width;
    private final Semaphore free;
    private volatile Instant lastTurn;

    Lane(AdPlatform platform, int width, Instant now) {
        this.platform = platform;
        this.width = width;
        this.free = new Semaphore(width);
        this.lastTurn = now;
    }

    /// A place for one more call; whoever gets it must [#leave].
    ///
    /// @return false when none became free within `patience`
    boolean enter(Duration patience) throws InterruptedException {
        return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void leave() {
        free.release();
    }

    int inFlight() {
        return width - free.availablePermits();
    }

    void turn(Instant now) {
        lastTurn = now;
    }

    Instant lastTurn() {
        return lastTurn;
    }
}
