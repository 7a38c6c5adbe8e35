package io.adskull.poller.schedule;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.accounts.AccountChanges;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.Usage;
import io.adskull.poller.probe.Placeholders;
import io.adskull.poller.probe.Probe;
import io.adskull.poller.probe.ProbePlans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// When each probe of each of our accounts is due. A probe that was taken is not given out again before it is
/// done, not even when its account left and came back meanwhile. Each platform has its own queue, so a slow one
/// delays no other. Thread-safe; does nothing by itself.
public final class ProbeSchedule implements AccountChanges {
    /// A probe that came back from another replica while its last call here is not over is looked at again after it.
    private static final Duration STILL_RUNNING = Duration.ofMillis(100);

    private record Run(AccountKey account, Probe probe) {
        /// That of a whole probe goes through its query each time.
        @Override
        public int hashCode() {
            return 31 * account.hashCode() + probe.path().hashCode();
        }
    }

    private final Cadence cadence;
    private final ProbePlans plans;
    private final Function<Platform, List<Allowance>> allowances;
    private final InstantSource clock;
    private final RandomGenerator random;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition runEnded = lock.newCondition();
    private final Map<AccountKey, ScheduledProbe[]> timetables = new HashMap<>();
    private final Map<Platform, PlatformLine> lines = new EnumMap<>(Platform.class);
    private final Map<Run, Integer> running = new HashMap<>();
    private int runs = ScheduledProbe.NOT_RUNNING;

    /// @param allowances of each platform's limits
    public ProbeSchedule(
            Cadence cadence,
            ProbePlans plans,
            Function<Platform, List<Allowance>> allowances,
            InstantSource clock,
            RandomGenerator random) {
        this.cadence = cadence;
        this.plans = plans;
        this.allowances = allowances;
        this.clock = clock;
        this.random = random;
    }

    /// An account connected within the last interval, or changed since we know it, is looked at now; any other
    /// waits for its regular turn, or has just missed it while nobody had the account.
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
                                : cadence.afterMove(account.account(), position, timetable.length, now));
            }
            timetables.put(account.account(), timetable);
        });
    }

    @Override
    public void gone(AccountKey account) {
        locked(() -> drop(account));
    }

    /// Takes the platform's next probe, requested ones first, as soon as one is due and the platform's limits allow
    /// a call.
    ///
    /// @param share of the platform's limits that is ours, above 0
    /// @param patience after which nothing is taken
    public Optional<DueProbe> await(Platform platform, double share, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            PlatformLine line = line(platform);
            long left = patience.toNanos();
            while (true) {
                Optional<DueProbe> due = take(line, share);
                if (due.isPresent() || left <= 0) {
                    return due;
                }
                left = line.sleep(share, clock.instant(), left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// As [#await], without waiting.
    public Optional<DueProbe> take(Platform platform, double share) {
        lock.lock();
        try {
            return take(line(platform), share);
        } finally {
            lock.unlock();
        }
    }

    /// The answer to a taken probe is here: what it says of the platform's limits holds from now on.
    ///
    /// @param usage what its headers say
    public void learn(DueProbe due, ProbeOutcome outcome, List<Usage> usage) {
        locked(() -> learn(due.account(), due.probe().path(), outcome, usage, clock.instant()));
    }

    /// Ends the run of a taken probe and decides when it is due again.
    public void done(DueProbe due, ProbeOutcome outcome) {
        locked(() -> {
            running.remove(new Run(due.account().account(), due.probe()), due.run());
            runEnded.signalAll();
            Instant now = clock.instant();
            if (outcome instanceof ProbeOutcome.Unasked || outcome instanceof ProbeOutcome.Held) {
                line(due.account().account().platform())
                        .budget
                        .refund(due.account(), due.probe().path(), due.share());
            }
            find(due).ifPresent(probe -> {
                probe.urgent |= outcome instanceof ProbeOutcome.Held && due.urgent();
                again(probe, outcome, now);
            });
        });
    }

    /// Another service called about an account, and this is what became of it. What works needs no probe for an
    /// interval; what failed here before is looked at now.
    ///
    /// @param path of the call; that of a probe speaks for this probe, any other for all of its resource
    public void heard(
            WatchedAccount account, String path, Optional<Resource> resource, ProbeOutcome outcome, List<Usage> usage) {
        locked(() -> {
            Instant now = clock.instant();
            learn(account, path, outcome, usage, now);
            ScheduledProbe[] timetable = timetables.get(account.account());
            if (timetable == null || !(outcome instanceof ProbeOutcome.Healthy)) {
                return;
            }
            Placeholders values = Placeholders.of(account.account(), now);
            List<ScheduledProbe> same = Arrays.stream(timetable)
                    .filter(probe -> probe(probe).request(values).path().equals(path))
                    .toList();
            (same.isEmpty() ? Arrays.stream(timetable) : same.stream())
                    .filter(probe -> !same.isEmpty()
                            || resource.equals(Optional.of(probe(probe).resource())))
                    .filter(probe -> probe.run == ScheduledProbe.NOT_RUNNING && !probe.urgent)
                    .forEach(probe -> enqueue(probe, probe.failing() ? now : now.plus(cadence.interval())));
        });
    }

    /// What is known of an account, if it is ours.
    public Optional<WatchedAccount> account(AccountKey key) {
        lock.lock();
        try {
            return Optional.ofNullable(timetables.get(key))
                    .filter(timetable -> timetable.length > 0)
                    .map(timetable -> timetable[0].account);
        } finally {
            lock.unlock();
        }
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

    /// In which every probe of the platform that is ours can be run once, whatever the interval is to be; zero when
    /// there is none.
    ///
    /// @param share of the platform's limits that is ours, above 0
    public Duration reachableInterval(Platform platform, double share) {
        lock.lock();
        try {
            PlatformLine line = line(platform);
            long underWay = running.keySet().stream()
                    .filter(run -> run.account().platform() == platform)
                    .count();
            return Duration.ofMillis((long) (1000 * (line.size() + underWay) / line.budget.rate(share)));
        } finally {
            lock.unlock();
        }
    }

    public int accounts(Platform platform) {
        lock.lock();
        try {
            return (int) timetables.keySet().stream()
                    .filter(account -> account.platform() == platform)
                    .count();
        } finally {
            lock.unlock();
        }
    }

    /// Probes that wait for their time.
    public int waiting() {
        lock.lock();
        try {
            return lines.values().stream().mapToInt(PlatformLine::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private Optional<DueProbe> take(PlatformLine line, double share) {
        Instant now = clock.instant();
        while (true) {
            Optional<ScheduledProbe> next = line.next(share, now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            ScheduledProbe scheduled = next.get();
            Probe probe = probe(scheduled);
            Run run = new Run(scheduled.account.account(), probe);
            Instant open = running.containsKey(run)
                    ? now.plus(STILL_RUNNING)
                    : line.budget.openAt(scheduled.account, probe.path(), share, scheduled.urgent, now);
            if (open.isAfter(now)) {
                // Queues count in milliseconds: without one more it could be due at once again.
                enqueue(scheduled, open.plusMillis(1));
                continue;
            }
            line.budget.spend(scheduled.account, probe.path(), share, now);
            boolean urgent = scheduled.urgent;
            scheduled.run = nextRun();
            scheduled.urgent = false;
            running.put(run, scheduled.run);
            return Optional.of(new DueProbe(
                    scheduled.account,
                    probe,
                    Instant.ofEpochMilli(scheduled.dueAtMillis),
                    share,
                    scheduled.attempt,
                    urgent,
                    scheduled.run));
        }
    }

    private void learn(WatchedAccount account, String path, ProbeOutcome outcome, List<Usage> usage, Instant now) {
        Budget budget = line(account.account().platform()).budget;
        usage.forEach(used -> budget.used(used, account, path, now));
        if (outcome instanceof ProbeOutcome.Limited(Optional<LimitScope> of, Duration pause)) {
            budget.refused(of, account, path, now, cadence.afterHint(pause, now, random));
        }
    }

    private void again(ScheduledProbe probe, ProbeOutcome outcome, Instant now) {
        probe.run = ScheduledProbe.NOT_RUNNING;
        probe.healthy = outcome instanceof ProbeOutcome.Healthy;
        int attempt = probe.attempt;
        probe.attempt = switch (outcome) {
            case ProbeOutcome.Healthy _, ProbeOutcome.Denied _ -> 1;
            case ProbeOutcome.Unasked _, ProbeOutcome.Held _ -> probe.attempt;
            case ProbeOutcome.Troubled _, ProbeOutcome.Limited _ -> (short) Math.min(attempt + 1, Short.MAX_VALUE);
        };
        probe.denials = switch (outcome) {
            case ProbeOutcome.Healthy _ -> 0;
            case ProbeOutcome.Denied _ -> (byte) Math.min(probe.denials + 1, Byte.MAX_VALUE);
            case ProbeOutcome.Troubled _, ProbeOutcome.Limited _, ProbeOutcome.Unasked _, ProbeOutcome.Held _ ->
                probe.denials;
        };
        probe.unasked =
                outcome instanceof ProbeOutcome.Unasked ? (byte) Math.min(probe.unasked + 1, Byte.MAX_VALUE) : 0;
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
                    case ProbeOutcome.Held _ -> now;
                    case ProbeOutcome.Unasked _ -> cadence.backoff(probe.unasked, now, random);
                    case ProbeOutcome.Limited limited -> cadence.afterHint(limited.pause(), now, random);
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
                // Its lateness counts from the request.
                enqueue(probe, Instant.ofEpochMilli(Math.min(probe.dueAtMillis, now)));
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
        line(probe.account.account().platform()).put(probe, dueAt);
    }

    private void drop(AccountKey account) {
        ScheduledProbe[] timetable = timetables.remove(account);
        if (timetable != null) {
            for (ScheduledProbe probe : timetable) {
                line(account.platform()).remove(probe);
            }
        }
    }

    private PlatformLine line(Platform platform) {
        return lines.computeIfAbsent(
                platform, unplanned -> new PlatformLine(new Budget(allowances.apply(unplanned)), lock.newCondition()));
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
