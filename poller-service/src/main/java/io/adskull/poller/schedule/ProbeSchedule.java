package io.adskull.poller.schedule;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.poller.accounts.AccountChanges;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.probe.Probe;
import io.adskull.poller.probe.ProbePlans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// When each probe of each of our accounts is due. A probe that was taken is not given out again before it is
/// done, not even when its account left and came back meanwhile. Each platform has its own queue, so a slow one
/// delays no other. Thread-safe; does nothing by itself.
public final class ProbeSchedule implements AccountChanges {
    private record Run(AccountKey account, Probe probe) {}

    private final Cadence cadence;
    private final ProbePlans plans;
    private final InstantSource clock;
    private final RandomGenerator random;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition runEnded = lock.newCondition();
    private final Map<AccountKey, ScheduledProbe[]> timetables = new HashMap<>();
    private final Map<Platform, ProbeQueue> queues = new EnumMap<>(Platform.class);
    private final Map<Run, Integer> running = new HashMap<>();
    private int runs = ScheduledProbe.NOT_RUNNING;

    public ProbeSchedule(Cadence cadence, ProbePlans plans, InstantSource clock, RandomGenerator random) {
        this.cadence = cadence;
        this.plans = plans;
        this.clock = clock;
        this.random = random;
    }

    /// An account connected within the last interval, or changed since we know it, is looked at now; any other
    /// waits for its regular turn.
    @Override
    public void ours(WatchedAccount account) {
        locked(() -> {
            ScheduledProbe[] known = timetables.get(account.account());
            boolean changed = known != null;
            drop(account.account());
            Instant now = clock.instant();
            boolean awaited = changed || account.connectedAt().isAfter(now.minus(cadence.interval()));
            List<Probe> plan = plans.of(account);
            ScheduledProbe[] timetable = new ScheduledProbe[plan.size()];
            for (int position = 0; position < timetable.length; position++) {
                ScheduledProbe probe = new ScheduledProbe(account, position);
                timetable[position] = probe;
                enqueue(
                        probe,
                        awaited
                                ? cadence.first(position, now)
                                : cadence.next(account.account(), position, timetable.length, now));
            }
            timetables.put(account.account(), timetable);
        });
    }

    @Override
    public void gone(AccountKey account) {
        locked(() -> drop(account));
    }

    /// Takes the platform's next probe that is due at `horizon`, requested ones first.
    public Optional<DueProbe> take(Platform platform, Instant horizon) {
        lock.lock();
        try {
            ProbeQueue queue = queue(platform);
            while (true) {
                Optional<ScheduledProbe> first =
                        queue.first().filter(probe -> probe.urgent || probe.dueAtMillis <= horizon.toEpochMilli());
                if (first.isEmpty()) {
                    return Optional.empty();
                }
                ScheduledProbe probe = first.get();
                queue.remove(probe);
                Run run = new Run(probe.account.account(), probe(probe));
                if (running.containsKey(run)) {
                    probe.urgent = false;
                    enqueue(probe, horizon.plusMillis(1));
                    continue;
                }
                probe.run = nextRun();
                probe.urgent = false;
                running.put(run, probe.run);
                return Optional.of(new DueProbe(
                        probe.account, run.probe(), Instant.ofEpochMilli(probe.dueAtMillis), probe.attempt, probe.run));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the account of a taken probe is still ours; if not, the call should not be made.
    public boolean wanted(DueProbe due) {
        lock.lock();
        try {
            return find(due).isPresent();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the run of a taken probe and decides when it is due again.
    public void done(DueProbe due, ProbeOutcome outcome) {
        locked(() -> {
            running.remove(new Run(due.account().account(), due.probe()), due.run());
            runEnded.signalAll();
            find(due).ifPresent(probe -> again(probe, outcome));
        });
    }

    /// Puts an account's probes of a resource, or all of them, ahead of everything else.
    ///
    /// @return how many probes; 0 when the account is not ours
    public int expedite(AccountKey account, Optional<Resource> resource) {
        lock.lock();
        try {
            ScheduledProbe[] timetable = timetables.get(account);
            return timetable == null
                    ? 0
                    : expedite(
                            timetable,
                            probe -> resource.isEmpty()
                                    || resource.get() == probe(probe).resource());
        } finally {
            lock.unlock();
        }
    }

    /// The connection's credentials are good again: what failed for its accounts is looked at now. Looks at every
    /// account, so it is for the rare event only.
    public int expediteFailing(ConnectionId connection) {
        lock.lock();
        try {
            int count = 0;
            for (ScheduledProbe[] timetable : timetables.values()) {
                count += expedite(
                        timetable,
                        probe -> !probe.healthy && probe.account.connection().equals(connection));
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitQuiet(Set<AccountKey> accounts, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (running.keySet().stream().anyMatch(run -> accounts.contains(run.account()))) {
                if (left <= 0) {
                    return false;
                }
                left = runEnded.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Probes that wait for their time.
    public int waiting() {
        lock.lock();
        try {
            return queues.values().stream().mapToInt(ProbeQueue::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private void again(ScheduledProbe probe, ProbeOutcome outcome) {
        Instant now = clock.instant();
        probe.run = ScheduledProbe.NOT_RUNNING;
        probe.healthy = outcome instanceof ProbeOutcome.Healthy;
        int attempt = probe.attempt;
        probe.attempt = outcome instanceof ProbeOutcome.Troubled ? (short) Math.min(attempt + 1, Short.MAX_VALUE) : 1;
        switch (outcome) {
            case ProbeOutcome.Healthy _ -> probe.denials = 0;
            case ProbeOutcome.Denied _ -> probe.denials = (byte) Math.min(probe.denials + 1, Byte.MAX_VALUE);
            case ProbeOutcome.Troubled _ -> {}
        }
        if (probe.urgent) {
            // Asked for while the last call was under way: that one may have come too early.
            enqueue(probe, now);
            return;
        }
        enqueue(
                probe,
                switch (outcome) {
                    case ProbeOutcome.Healthy _ ->
                        cadence.afterHealth(
                                probe.account.account(),
                                probe.position,
                                plans.of(probe.account).size(),
                                Instant.ofEpochMilli(probe.dueAtMillis),
                                now);
                    case ProbeOutcome.Denied _ -> cadence.afterDenial(probe.denials, now);
                    case ProbeOutcome.Troubled troubled ->
                        troubled.hint()
                                .map(hint -> cadence.afterHint(hint, now, random))
                                .orElseGet(() -> cadence.afterTrouble(attempt, now, random));
                });
    }

    private Probe probe(ScheduledProbe scheduled) {
        return plans.of(scheduled.account).get(scheduled.position);
    }

    private int nextRun() {
        runs++;
        return runs == ScheduledProbe.NOT_RUNNING ? ++runs : runs;
    }

    private int expedite(ScheduledProbe[] timetable, Predicate<ScheduledProbe> wanted) {
        int count = 0;
        long now = clock.instant().toEpochMilli();
        for (ScheduledProbe probe : timetable) {
            if (!wanted.test(probe)) {
                continue;
            }
            count++;
            if (probe.run != ScheduledProbe.NOT_RUNNING) {
                probe.urgent = true;
            } else if (!probe.urgent) {
                probe.urgent = true;
                // Its lateness counts from the request; position keeps the account's own probe first.
                probe.dueAtMillis = Math.min(probe.dueAtMillis, now + probe.position);
                queue(probe.account.account().platform()).put(probe);
            }
        }
        return count;
    }

    private Optional<ScheduledProbe> find(DueProbe due) {
        ScheduledProbe[] timetable = timetables.get(due.account().account());
        if (timetable != null) {
            for (ScheduledProbe probe : timetable) {
                if (probe.run == due.run()) {
                    return Optional.of(probe);
                }
            }
        }
        return Optional.empty();
    }

    private void enqueue(ScheduledProbe probe, Instant dueAt) {
        probe.dueAtMillis = dueAt.toEpochMilli();
        queue(probe.account.account().platform()).put(probe);
    }

    private void drop(AccountKey account) {
        ScheduledProbe[] timetable = timetables.remove(account);
        if (timetable != null) {
            for (ScheduledProbe probe : timetable) {
                queue(account.platform()).remove(probe);
            }
        }
    }

    private ProbeQueue queue(Platform platform) {
        return queues.computeIfAbsent(platform, _ -> new ProbeQueue());
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
