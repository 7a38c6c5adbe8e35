package io.adskull.notifier.routing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// Events that came off the topic together: whose offsets are committed when all of them are decided on.
final class HeardBatch {
    private final AtomicInteger undecided;
    private final CompletableFuture<Void> decided = new CompletableFuture<>();

    /// @param events how many of them are to be decided on
    HeardBatch(int events) {
        undecided = new AtomicInteger(events);
        if (events == 0) {
            decided.complete(null);
        }
    }

    /// One of them is on record, or among the dead letters.
    void decidedOne() {
        if (undecided.decrementAndGet() == 0) {
            decided.complete(null);
        }
    }

    void failed(Throwable why) {
        decided.completeExceptionally(why);
    }

    CompletionStage<Void> decided() {
        return decided;
    }
}
