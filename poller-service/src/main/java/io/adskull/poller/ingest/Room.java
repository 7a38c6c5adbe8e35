package io.adskull.poller.ingest;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the bytes of all requests under way: a few long ones, or hundreds of the usual kind. Taken before a request
/// is read.
@Singleton
class Room {
    /// Reading takes some three times as much for a moment.
    static final int BYTES = 16 << 20;

    private static final int UNIT = 64 << 10;
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore free = new Semaphore(BYTES / UNIT, true);

    /// Waits a little for room.
    ///
    /// @param length of the request, below zero when it does not say; at most [ReadAnswers#MAX_REQUEST_BYTES] count
    /// @return empty when there is none
    Optional<Taken> take(int length) throws InterruptedException {
        int bytes = length < 0 ? ReadAnswers.MAX_REQUEST_BYTES : Math.min(length, ReadAnswers.MAX_REQUEST_BYTES);
        int units = Math.max(1, Math.ceilDiv(bytes, UNIT));
        return free.tryAcquire(units, PATIENCE_SECONDS, TimeUnit.SECONDS)
                ? Optional.of(() -> free.release(units))
                : Optional.empty();
    }

    interface Taken extends AutoCloseable {
        @Override
        void close();
    }
}
