package io.adskull.token.refresh;

import io.adskull.token.account.GiveBackTokens;
import io.adskull.token.platform.RefreshOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Brings answers from the journal into the database, now or, when that is away, as soon as it is back. What a process
/// left behind that died is settled by the next one, before it asks any platform.
@ApplicationScoped
class SettleJournal {
    private static final Logger LOG = Logger.getLogger(SettleJournal.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    private final RefreshJournal journal;
    private final SettleRefresh settle;
    private final GiveBackTokens giveBack;

    /// Connections that a thread of this replica is settling.
    private final Set<RefreshJournal.Attempt> underWay = ConcurrentHashMap.newKeySet();

    SettleJournal(RefreshJournal journal, SettleRefresh settle, GiveBackTokens giveBack) {
        this.journal = journal;
        this.settle = settle;
        this.giveBack = giveBack;
    }

    /// Returns when the database has it. An entry that the disk did not take exists in this process only, so this tries
    /// for as long as the process lives.
    void settle(RefreshJournal.Entry entry) {
        underWay.add(entry.attempt());
        try {
            for (Duration wait = FIRST_WAIT; !settled(entry); wait = longer(wait)) {
                LockSupport.parkNanos(
                        (long) (wait.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1)));
            }
        } finally {
            underWay.remove(entry.attempt());
        }
    }

    /// @throws RuntimeException when the database is away
    void settleLeftOvers() {
        journal.entries().stream()
                .filter(entry -> !underWay.contains(entry.attempt()))
                .forEach(this::store);
    }

    private boolean settled(RefreshJournal.Entry entry) {
        try {
            store(entry);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("connection %s: its new tokens wait for the database: %s", entry.connection(), e.toString());
            return Thread.currentThread().isInterrupted();
        }
    }

    private void store(RefreshJournal.Entry entry) {
        var settled = settle.settle(
                entry.connection(), entry.generation(), new RefreshOutcome.Fresh(entry.issued()), entry.askedAt());
        if (settled == SettleRefresh.Settled.DISCONNECTED) {
            giveBack.giveBackLate(
                    entry.connection(),
                    entry.platform(),
                    entry.kind(),
                    entry.issued().tokens());
        }
        journal.forget(entry);
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
