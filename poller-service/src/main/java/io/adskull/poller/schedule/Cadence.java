package io.adskull.poller.schedule;

import io.adskull.contract.account.AccountKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The arithmetic of times: when a probe is due by itself, and how long it waits after trouble.
///
/// A probe's place within the interval follows from its account's key alone. So probes spread evenly, and an
/// account that moves to another replica stays on time.
///
/// @param longestHint whatever a platform asks for, a probe is tried again after this; a header once said 18 hours
public record Cadence(
        Duration interval,
        Duration deniedInterval,
        Duration longestDeniedInterval,
        Duration firstBackoff,
        Duration longestBackoff,
        Duration longestHint) {
    /// Between a new account's first call, which tells whether it is there at all, and the others.
    private static final Duration HEAD_START = Duration.ofSeconds(1);
    private static final Duration STEP = Duration.ofMillis(100);
    /// A regular call this soon after another is left out; the next one is due within 1.1 intervals then.
    private static final int SOON = 10;

    /// How long an account may be without a replica: until its dead one is missed (session.timeout.ms), the others
    /// hear of it (heartbeat.interval.ms) and its new one has read it.
    private static final Duration ORPHANED = Duration.ofSeconds(15);

    private static final int MOST_DOUBLINGS = 20;
    private static final int MOST_RETRIES = 6;
    private static final long LONGEST_SCATTER = 60_000;

    public Cadence {
        Map.of(
                        "adskull.poll.interval", interval,
                        "adskull.poll.denied-interval", deniedInterval,
                        "adskull.poll.longest-denied-interval", longestDeniedInterval,
                        "adskull.poll.first-backoff", firstBackoff,
                        "adskull.poll.longest-backoff", longestBackoff,
                        "adskull.poll.longest-hint", longestHint)
                .forEach(Cadence::requirePositive);
    }

    /// When the probe at `position` of an account's `count` is due next by itself, strictly after `earliest`.
    Instant next(AccountKey account, int position, int count, Instant earliest) {
        long length = interval.toMillis();
        long phase = Math.floorMod(mix(account.toString().hashCode()) + position * length / count, length);
        long after = earliest.toEpochMilli() + 1;
        return Instant.ofEpochMilli(after + Math.floorMod(phase - after, length));
    }

    /// When the probe of an account that comes from another replica is due. A turn that may have passed while
    /// nobody had the account is made up for at once; where somebody had it, that is one call too many,
    /// and harmless.
    Instant afterMove(AccountKey account, int position, int count, Instant now) {
        Duration missed = ORPHANED.compareTo(interval) < 0 ? ORPHANED : interval;
        return next(account, position, count, now.minus(missed));
    }

    /// The turn after the one that was due at `dueAt` and is over `now`. Who is so late that it would have passed
    /// goes to the end of the queue: with more probes than the budget allows, all intervals stretch evenly.
    Instant afterHealth(AccountKey account, int position, int count, Instant dueAt, Instant now) {
        Duration soon = interval.dividedBy(SOON);
        Instant turn = next(account, position, count, dueAt.plus(soon));
        return turn.isBefore(now.plus(soon)) ? now.plus(soon) : turn;
    }

    /// When the probe of a newly connected account is due: somebody is waiting to see it.
    Instant first(int position, Instant now) {
        return position == 0 ? now : now.plus(HEAD_START).plus(STEP.multipliedBy(position));
    }

    /// Only a person can change it, so it is asked about ever less often; who has changed it may press Re-test.
    ///
    /// @param denials in a row, 1 for the first
    Instant afterDenial(int denials, Instant now) {
        long wait = deniedInterval.toMillis() << Math.clamp(denials - 1, 0, MOST_DOUBLINGS);
        return now.plusMillis(Math.min(wait, Math.max(longestDeniedInterval.toMillis(), deniedInterval.toMillis())));
    }

    /// Some retries soon, then the regular interval: what has not healed by then is no hiccup.
    Instant afterTrouble(int attempt, Instant now, RandomGenerator random) {
        return attempt <= MOST_RETRIES ? backoff(attempt, now, random) : now.plus(interval);
    }

    /// Exponential with full jitter; the bound doubles with each attempt.
    Instant backoff(int attempt, Instant now, RandomGenerator random) {
        long bound = Math.min(
                longestBackoff.toMillis(), firstBackoff.toMillis() << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
        return now.plusMillis(random.nextLong(Math.max(1, bound)) + 1);
    }

    /// The platform has said how long; a tenth more at most, and a minute, so that not all come back at
    /// the same moment.
    Instant afterHint(Duration hint, Instant now, RandomGenerator random) {
        long wait = Math.clamp(hint.toMillis(), 0, longestHint.toMillis());
        return now.plusMillis(wait + 1 + random.nextLong(Math.min(wait / 10, LONGEST_SCATTER) + 1));
    }

    private static void requirePositive(String key, Duration value) {
        if (!value.isPositive() || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    key + " is " + value + ", it must be longer than zero and at most PT24H");
        }
    }

    /// Keys that differ in their last digit must not end up beside each other.
    private static long mix(int hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 32)) & Integer.MAX_VALUE;
    }
}
