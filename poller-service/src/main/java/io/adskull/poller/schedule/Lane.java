package io.adskull.poller.schedule;

import io.adskull.poller.platform.AdPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// One platform's way through the poller: a bound of calls at once. Entered by one dispatcher, or in the
/// place of a call that ends, which any thread may do.
final class Lane {
    final AdPlatform platform;
    private final Semaphore free;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile Instant lastTurn;

    Lane(AdPlatform platform, int width, Instant now) {
        this.platform = platform;
        this.free = new Semaphore(width);
        this.lastTurn = now;
    }

    /// A place for one more call, to [#begin] or to [#giveBack].
    ///
    /// @return false when none became free within `patience`
    boolean enter(Duration patience) throws InterruptedException {
        return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack() {
        free.release();
    }

    Call begin() {
        underWay.incrementAndGet();
        return new Call();
    }

    int inFlight() {
        return underWay.get();
    }

    void turn(Instant now) {
        lastTurn = now;
    }

    Instant lastTurn() {
        return lastTurn;
    }

    /// One that has a place.
    final class Call {
        private final AtomicBoolean over = new AtomicBoolean();

        /// Its place is to be passed on or given back.
        ///
        /// @return false when it had ended before
        boolean end() {
            boolean first = !over.getAndSet(true);
            if (first) {
                underWay.decrementAndGet();
            }
            return first;
        }
    }
}
