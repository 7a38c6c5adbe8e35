package io.adskull.notifier.delivery;

import io.adskull.notifier.WakeableLoop;
import io.adskull.notifier.channel.Outcome;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Puts on record how attempts ended: those that ended since the last commit share the next one.
@ApplicationScoped
class SettleOutcomes {
    private static final Logger LOG = Logger.getLogger(SettleOutcomes.class);
    private static final int AT_ONCE = 256;

    private final Outbox outbox;
    private final AnnounceOutcomes announcements;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final WakeableLoop loop = new WakeableLoop("settle-outcomes", this::settleAll);

    /// What a receiver took must not be forgotten because PostgreSQL is away for a moment: that would send it
    /// twice.
    private final Guard untilOnRecord = Guard.create()
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(100, ChronoUnit.MILLIS)
            .jitter(50, ChronoUnit.MILLIS)
            .withExponentialBackoff()
            .maxDelay(5, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    private record Waiting(Ended attempt, CompletableFuture<Void> onRecord) {}

    SettleOutcomes(Outbox outbox, AnnounceOutcomes announcements) {
        this.outbox = outbox;
        this.announcements = announcements;
    }

    void start() {
        loop.start();
    }

    /// Returns when it is on record, however long the database is away.
    void settle(Claimed message, Outcome outcome) {
        var attempt = new Waiting(new Ended(message, outcome), new CompletableFuture<>());
        waiting.add(attempt);
        loop.wake();
        attempt.onRecord().join();
    }

    void stop(Duration patience) {
        loop.close(patience);
    }

    private void settleAll() {
        for (List<Waiting> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                settle(batch);
            } catch (RuntimeException e) {
                LOG.warnf("%d outcomes are not on record yet: %s", batch.size(), e);
                batch.forEach(one -> Thread.ofVirtual().start(() -> settleAlone(one)));
            }
        }
    }

    private void settle(List<Waiting> batch) {
        List<Announcement> finished =
                outbox.settle(batch.stream().map(Waiting::attempt).toList());
        batch.forEach(one -> one.onRecord().complete(null));
        announcements.announce(finished);
    }

    /// One that cannot be stored holds up its own place and no other.
    private void settleAlone(Waiting one) {
        untilOnRecord.get(
                () -> {
                    settle(List.of(one));
                    return true;
                },
                Boolean.class);
    }

    private List<Waiting> next() {
        return Stream.generate(waiting::poll)
                .limit(AT_ONCE)
                .takeWhile(Objects::nonNull)
                .toList();
    }
}
