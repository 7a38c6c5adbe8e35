package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.poller.Accounts;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.probe.Limit;
import io.adskull.poller.probe.Probe;
import io.adskull.poller.probe.ProbePlan;
import io.adskull.poller.probe.ProbePlans;
import io.adskull.poller.probe.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProbeScheduleTest {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final ProbeOutcome HEALTHY = new ProbeOutcome.Healthy();
    private static final ProbeOutcome DENIED = new ProbeOutcome.Denied();
    private static final ProbeOutcome TROUBLED = new ProbeOutcome.Troubled(Optional.empty());

    private final TestClock clock = new TestClock();
    private final Cadence cadence = new Cadence(
            INTERVAL,
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofDays(1));
    private final ProbePlans plans = new ProbePlans(Map.of(
            Platform.TIKTOK,
            new ProbePlan(
                    List.of(Limit.perSecond(8)),
                    Map.of(
                            "advertiser",
                            List.of(probe(Resource.ACCOUNT), probe(Resource.CAMPAIGNS), probe(Resource.ADS))))));
    private final ProbeSchedule schedule = new ProbeSchedule(cadence, plans, clock, new Random(7));

    @Test
    void aNewlyConnectedAccountIsLookedAtAtOnceItsOwnProbeFirst() {
        schedule.ours(Accounts.watched("1", Accounts.CONNECTION, clock.instant()));

        assertThat(next().probe().resource()).isEqualTo(Resource.ACCOUNT);
        assertThat(due()).isEmpty();
        clock.move(Duration.ofSeconds(2));
        assertThat(due()).extracting(due -> due.probe().resource()).containsExactly(Resource.CAMPAIGNS, Resource.ADS);
    }

    @Test
    void knownAccountsSpreadEvenlyOverTheInterval() {
        for (int i = 0; i < 3000; i++) {
            schedule.ours(Accounts.watched("70123456789012" + i));
        }
        int[] perTenth = new int[10];
        for (int tenth = 0; tenth < 10; tenth++) {
            clock.move(INTERVAL.dividedBy(10));
            perTenth[tenth] = due().size();
        }

        assertThat(perTenth).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isBetween(800, 1000);
            }
        });
    }

    @Test
    void anAccountThatMovesToAnotherReplicaStaysOnTime() {
        ProbeSchedule other = new ProbeSchedule(cadence, plans, clock, new Random(8));
        schedule.ours(Accounts.watched("1"));
        clock.move(Duration.ofSeconds(20));
        other.ours(Accounts.watched("1"));
        clock.move(INTERVAL);

        assertThat(other.take(Platform.TIKTOK, clock.instant()).map(DueProbe::dueAt))
                .isEqualTo(schedule.take(Platform.TIKTOK, clock.instant()).map(DueProbe::dueAt));
    }

    @Test
    void aProbeUnderWayIsNotGivenOutAgain() {
        schedule.ours(Accounts.watched("1"));
        clock.move(INTERVAL.multipliedBy(2));

        assertThat(due()).hasSize(3);
        clock.move(INTERVAL.multipliedBy(2));
        assertThat(due()).isEmpty();
    }

    @Test
    void aProbeUnderWayIsNotGivenOutAgainEvenWhenItsAccountLeftAndCameBack() {
        schedule.ours(Accounts.watched("1"));
        clock.move(INTERVAL.multipliedBy(2));
        List<DueProbe> underWay = due();
        schedule.gone(Accounts.key("1"));
        schedule.ours(Accounts.watched("1"));
        clock.move(INTERVAL.multipliedBy(2));

        assertThat(due()).isEmpty();
        underWay.forEach(due -> schedule.done(due, HEALTHY));
        clock.move(Duration.ofSeconds(1));
        assertThat(due()).hasSize(3);
    }

    @Test
    void aHealthyProbeIsSeenAgainWithinAnIntervalAndATenth() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        for (int i = 0; i < 20; i++) {
            clock.move(Duration.ofSeconds(3));
            Instant answered = clock.instant();
            schedule.done(due, HEALTHY);
            due = nextOf(due);
            assertThat(Duration.between(answered, due.dueAt()))
                    .isBetween(INTERVAL.dividedBy(10), INTERVAL.multipliedBy(11).dividedBy(10));
        }
    }

    @Test
    void withMoreProbesThanTheBudgetAllowsAllIntervalsStretchEvenly() {
        for (int i = 0; i < 100; i++) {
            schedule.ours(Accounts.watched("1" + i));
        }
        clock.move(INTERVAL);
        // 300 probes, one in two seconds: twice as long as the interval.
        Map<String, Instant> last = new HashMap<>();
        for (int call = 0; call < 1500; call++) {
            clock.move(Duration.ofSeconds(2));
            DueProbe due = schedule.take(Platform.TIKTOK, clock.instant()).orElseThrow();
            schedule.done(due, HEALTHY);
            Instant before = last.put(name(due), clock.instant());
            if (before != null) {
                assertThat(Duration.between(before, clock.instant()))
                        .isBetween(
                                INTERVAL.multipliedBy(19).dividedBy(10),
                                INTERVAL.multipliedBy(21).dividedBy(10));
            }
        }
        assertThat(last).hasSize(300);
    }

    @Test
    void aDeniedProbeWaitsItsOwnInterval() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        schedule.done(due, DENIED);

        assertThat(nextOf(due).dueAt()).isEqualTo(due.dueAt().plus(Duration.ofMinutes(15)));
    }

    @Test
    void aProbeThatIsDeniedAgainWaitsLongerAndOneThatWorkedBetweenDoesNot() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        schedule.done(due, DENIED);
        DueProbe again = nextOf(due);
        Instant answered = clock.instant();
        schedule.done(again, DENIED);
        assertThat(nextOf(due).dueAt()).isEqualTo(answered.plus(Duration.ofMinutes(30)));
    }

    @Test
    void troubleBacksOffExponentiallyWithinItsBoundAndCountsAttempts() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        for (int attempt = 1; attempt < 40; attempt++) {
            assertThat(due.attempt()).isEqualTo(attempt);
            Instant answered = clock.instant();
            schedule.done(due, TROUBLED);
            due = nextOf(due);
            long bound = Math.min(300_000, 2000L << Math.min(20, attempt - 1));
            assertThat(Duration.between(answered, due.dueAt()).toMillis()).isBetween(1L, bound);
        }
        schedule.done(due, HEALTHY);
        assertThat(nextOf(due).attempt()).isEqualTo(1);
    }

    @Test
    void thePlatformsHintGoesBeforeOurBackoffAndIsNeverLongerThanADay() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        Instant answered = clock.instant();
        schedule.done(due, new ProbeOutcome.Troubled(Optional.of(Duration.ofMinutes(5))));
        due = nextOf(due);
        assertThat(Duration.between(answered, due.dueAt())).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(331));

        answered = clock.instant();
        schedule.done(due, new ProbeOutcome.Troubled(Optional.of(Duration.ofDays(400))));
        assertThat(Duration.between(answered, nextOf(due).dueAt())).isLessThan(Duration.ofHours(27));
    }

    @Test
    void aRequestGoesAheadOfEverythingThatIsDue() {
        for (int i = 0; i < 50; i++) {
            schedule.ours(Accounts.watched("1" + i));
        }
        clock.move(INTERVAL);
        schedule.ours(Accounts.watched("2"));

        assertThat(schedule.expedite(Accounts.key("2"), Optional.of(Resource.ADS)))
                .isEqualTo(1);
        DueProbe due = next();
        assertThat(due.account().account()).isEqualTo(Accounts.key("2"));
        assertThat(due.probe().resource()).isEqualTo(Resource.ADS);
        assertThat(next().account().account()).isNotEqualTo(Accounts.key("2"));
    }

    @Test
    void aRequestDuringACallIsFollowedRightAfterIt() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        schedule.expedite(Accounts.key("1"), Optional.of(due.probe().resource()));
        assertThat(due()).isEmpty();
        schedule.done(due, DENIED);

        assertThat(next().probe()).isEqualTo(due.probe());
    }

    @Test
    void aRequestForAnothersAccountIsNotOurs() {
        assertThat(schedule.expedite(Accounts.key("1"), Optional.empty())).isZero();
    }

    @Test
    void aRevivedConnectionsFailingProbesGoAhead() {
        schedule.ours(Accounts.watched("1"));
        DueProbe healthy = next();
        schedule.done(healthy, HEALTHY);
        DueProbe denied = next();
        schedule.done(denied, DENIED);

        assertThat(schedule.expediteFailing(Accounts.CONNECTION)).isEqualTo(2);
        assertThat(due()).extracting(DueProbe::probe).contains(denied.probe()).doesNotContain(healthy.probe());
    }

    @Test
    void aDisconnectedAccountIsAskedForNoMore() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        schedule.gone(Accounts.key("1"));

        assertThat(schedule.wanted(due)).isFalse();
        schedule.done(due, HEALTHY);
        clock.move(INTERVAL.multipliedBy(3));
        assertThat(due()).isEmpty();
        assertThat(schedule.waiting()).isZero();
    }

    @Test
    void anAccountOfAKindWithoutPlanIsLeftAlone() {
        WatchedAccount page =
                new WatchedAccount(Accounts.key("1"), "demo", Accounts.CONNECTION, "page", clock.instant(), Map.of());
        schedule.ours(page);

        assertThat(due()).isEmpty();
    }

    /// Whatever happens, no probe runs twice at once, none is lost, and each owned probe is queued or running.
    @Test
    void noProbeIsLostOrDoubledWhateverHappens() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ProbeSchedule schedule = new ProbeSchedule(cadence, plans, clock, random);
            Set<String> owned = new HashSet<>();
            Map<String, DueProbe> running = new HashMap<>();
            for (int step = 0; step < 400; step++) {
                String id = Integer.toString(random.nextInt(8));
                switch (random.nextInt(6)) {
                    case 0 -> {
                        schedule.ours(Accounts.watched(id, Accounts.CONNECTION, clock.instant()));
                        owned.add(id);
                    }
                    case 1 -> {
                        schedule.gone(Accounts.key(id));
                        owned.remove(id);
                    }
                    case 2 -> schedule.expedite(Accounts.key(id), Optional.empty());
                    case 3 -> clock.move(Duration.ofSeconds(random.nextInt(400)));
                    case 4 ->
                        schedule.take(Platform.TIKTOK, clock.instant())
                                .ifPresent(due ->
                                        assertThat(running.put(name(due), due)).isNull());
                    default ->
                        running.values().stream().findAny().ifPresent(due -> {
                            running.remove(name(due));
                            schedule.done(
                                    due, List.of(HEALTHY, DENIED, TROUBLED).get(random.nextInt(3)));
                        });
                }
            }
            running.values().forEach(due -> schedule.done(due, HEALTHY));
            clock.move(Duration.ofDays(1));
            assertThat(drain(schedule)).hasSize(owned.size() * 3);
        }
    }

    private static String name(DueProbe due) {
        return due.account().account() + due.probe().path();
    }

    private List<DueProbe> due() {
        return drain(schedule);
    }

    private List<DueProbe> drain(ProbeSchedule from) {
        List<DueProbe> all = new ArrayList<>();
        for (Optional<DueProbe> due = from.take(Platform.TIKTOK, clock.instant());
                due.isPresent();
                due = from.take(Platform.TIKTOK, clock.instant())) {
            all.add(due.get());
        }
        return all;
    }

    /// The next probe, at the time when it is due.
    private DueProbe next() {
        DueProbe due = schedule.take(Platform.TIKTOK, clock.instant().plus(Duration.ofDays(2)))
                .orElseThrow();
        clock.moveTo(due.dueAt());
        return due;
    }

    /// As [#next], passing over other probes.
    private DueProbe nextOf(DueProbe wanted) {
        DueProbe due = next();
        while (!due.probe().equals(wanted.probe())) {
            due = next();
        }
        return due;
    }

    private static Probe probe(Resource resource) {
        return new Probe(resource, "GET", Optional.empty(), "/" + resource + "/", Query.NONE, Optional.empty());
    }
}
