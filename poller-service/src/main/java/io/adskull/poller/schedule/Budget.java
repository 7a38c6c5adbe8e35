package io.adskull.poller.schedule;

import io.adskull.contract.account.AccountKey;
import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.http.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// When one platform's calls may start: the allowances of its limits, and the pauses that its answers asked for.
/// Not thread-safe.
final class Budget {
    /// A limit that so many accounts met within a minute, and of which nobody said whose it is, is the app's.
    private static final int ACCOUNTS_THAT_MAKE_AN_APP = 3;

    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final double NEARLY_ALL = 0.75;
    private static final Duration A_WHILE = Duration.ofMinutes(5);
    private static final int SLOTS_BEFORE_TIDYING = 1024;

    /// Whoever a limit counts.
    private record Slot(LimitScope of, Object whose) {
        private record Endpoint(AccountKey account, String path) {}

        static final Slot APP = new Slot(LimitScope.APP, "");

        static Slot of(LimitScope scope, WatchedAccount account, String path) {
            return switch (scope) {
                case APP -> APP;
                case CONNECTION -> new Slot(scope, account.connection());
                case ACCOUNT -> new Slot(scope, account.account());
                case ENDPOINT -> new Slot(scope, new Endpoint(account.account(), path));
            };
        }
    }

    /// @param strict whether urgent calls wait, too
    private record Pause(Instant until, boolean strict) {
        boolean holds(Instant at, boolean urgent) {
            return until.isAfter(at) && (strict || !urgent);
        }

        Pause and(Pause other, Instant now) {
            if (!until.isAfter(now)) {
                return other;
            }
            return new Pause(until.isAfter(other.until) ? until : other.until, strict || other.strict);
        }
    }

    private final Map<LimitScope, List<Allowance>> allowances = new EnumMap<>(LimitScope.class);
    private final Pace app;
    private final Map<Slot, Pace> paces = new HashMap<>();
    private final Map<Slot, Pause> pauses = new HashMap<>();
    private final Map<AccountKey, Instant> refused = new HashMap<>();
    private int tidyAt = SLOTS_BEFORE_TIDYING;

    Budget(List<Allowance> all) {
        Stream.of(LimitScope.values())
                .forEach(scope -> allowances.put(
                        scope,
                        all.stream()
                                .filter(allowance -> allowance.limit().of() == scope)
                                .toList()));
        this.app = new Pace(of(LimitScope.APP));
    }

    /// The first moment at which the app may be called.
    ///
    /// @param share of the app's limits that is ours
    Instant openAt(double share, boolean urgent) {
        Instant free = app.free(share, urgent);
        Pause pause = pauses.get(Slot.APP);
        return pause != null && pause.holds(free, urgent) ? pause.until() : free;
    }

    /// The first moment at which this account may be asked this; not after `now` when it may be right away.
    Instant openAt(WatchedAccount account, String path, double share, boolean urgent, Instant now) {
        Instant open = now;
        for (LimitScope scope : LimitScope.values()) {
            if (scope == LimitScope.APP || pauses.isEmpty() && of(scope).isEmpty()) {
                continue;
            }
            Slot slot = Slot.of(scope, account, path);
            Pause pause = pauses.get(slot);
            if (pause != null && pause.holds(open, urgent)) {
                open = pause.until();
            }
            Pace pace = paces.get(slot);
            Instant free = pace == null ? now : pace.free(part(scope, share), urgent);
            open = free.isAfter(open) ? free : open;
        }
        return open;
    }

    /// Counts a call that starts now.
    void spend(WatchedAccount account, String path, double share, Instant now) {
        app.spend(now, share);
        for (LimitScope scope : LimitScope.values()) {
            if (scope != LimitScope.APP && !of(scope).isEmpty()) {
                paces.computeIfAbsent(Slot.of(scope, account, path), _ -> new Pace(of(scope)))
                        .spend(now, part(scope, share));
            }
        }
        tidy(now);
    }

    /// Takes back a call that was counted and never made.
    void refund(WatchedAccount account, String path, double share) {
        app.refund(share);
        for (LimitScope scope : LimitScope.values()) {
            Pace pace = scope == LimitScope.APP ? null : paces.get(Slot.of(scope, account, path));
            if (pace != null) {
                pace.refund(part(scope, share));
            }
        }
    }

    /// The platform had too many calls: nobody whom the limit counts calls before `until`.
    ///
    /// @param of whose limit it is, where the answer tells
    void refused(Optional<LimitScope> of, WatchedAccount account, String path, Instant now, Instant until) {
        LimitScope scope = of.orElseGet(() -> whose(account, now));
        pause(Slot.of(scope, account, path), new Pause(until, true), now);
    }

    /// Where most of the limit is used, by whomever, what is left belongs to people until it counts anew.
    void used(Usage usage, WatchedAccount account, String path, Instant now) {
        if (usage.part() >= NEARLY_ALL) {
            Instant until = now.plus(usage.reset().filter(Duration::isPositive).orElse(A_WHILE));
            pause(Slot.of(usage.of(), account, path), new Pause(until, false), now);
        }
    }

    /// Calls a second that probes may make in the long run.
    double rate(double share) {
        return of(LimitScope.APP).stream()
                .mapToDouble(allowance -> allowance.rate(share))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private LimitScope whose(WatchedAccount account, Instant now) {
        refused.values().removeIf(at -> at.isBefore(now.minus(TOGETHER)));
        refused.put(account.account(), now);
        return refused.size() >= ACCOUNTS_THAT_MAKE_AN_APP ? LimitScope.APP : LimitScope.ACCOUNT;
    }

    private void pause(Slot slot, Pause pause, Instant now) {
        pauses.merge(slot, pause, (known, added) -> known.and(added, now));
    }

    private List<Allowance> of(LimitScope scope) {
        return allowances.getOrDefault(scope, List.of());
    }

    /// A connection's accounts may be with several replicas, an account is with one.
    private static double part(LimitScope scope, double share) {
        return scope == LimitScope.CONNECTION ? share : 1;
    }

    /// Forgets who has nothing to wait for, whenever there are twice as many as were worth remembering last time.
    private void tidy(Instant now) {
        if (paces.size() + pauses.size() < tidyAt) {
            return;
        }
        paces.values().removeIf(pace -> pace.isSquare(now));
        pauses.values().removeIf(pause -> !pause.until().isAfter(now));
        tidyAt = Math.max(SLOTS_BEFORE_TIDYING, 2 * (paces.size() + pauses.size()));
    }
}
