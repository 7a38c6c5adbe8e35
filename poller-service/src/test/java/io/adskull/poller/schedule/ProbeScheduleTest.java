package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.diagnosis.LimitScope;
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
    private static final ProbeOutcome UNASKED = new ProbeOutcome.Unasked();
    private static final ProbeOutcome LIMITED = new ProbeOutcome.Limited(Optional.empty(), Duration.ofSeconds(90));
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
                    List.of(),
                    Map.of(
                            "advertiser",
                            List.of(probe(Resource.ACCOUNT), probe(Resource.CAMPAIGNS), probe(Resource.ADS))))));
    private final ProbeSchedule schedule = schedule(List.of(), new Random(7));

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
        // Turns that may have been missed before.
        due().forEach(due -> schedule.done(due, HEALTHY));
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
        ProbeSchedule other = schedule(List.of(), new Random(8));
        schedule.ours(Accounts.watched("1"));
        clock.move(Duration.ofSeconds(20));
        other.ours(Accounts.watched("1"));
        clock.move(INTERVAL);

        assertThat(other.take(Platform.TIKTOK, 1).map(DueProbe::dueAt))
                .isEqualTo(schedule.take(Platform.TIKTOK, 1).map(DueProbe::dueAt));
    }

    @Test
    void aTurnThatPassedWhileADeadReplicaStillHeldTheAccountIsMadeUpForByTheNextOne() {
        ProbeSchedule other = schedule(List.of(), new Random(8));
        schedule.ours(Accounts.watched("1"));
        DueProbe neverMade = next();
        clock.move(Duration.ofSeconds(13));
        other.ours(Accounts.watched("1"));

        DueProbe madeUp = other.take(Platform.TIKTOK, 1).orElseThrow();
        assertThat(madeUp.probe()).isEqualTo(neverMade.probe());
        assertThat(madeUp.dueAt()).isEqualTo(neverMade.dueAt());
        other.done(madeUp, HEALTHY);
        clock.move(INTERVAL.minusSeconds(13));
        assertThat(drain(other))
                .filteredOn(due -> due.probe().equals(neverMade.probe()))
                .extracting(DueProbe::dueAt)
                .containsExactly(neverMade.dueAt().plus(INTERVAL));
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
            DueProbe due = schedule.take(Platform.TIKTOK, 1).orElseThrow();
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
    void theReachableIntervalFollowsFromTheLimits() {
        ProbeSchedule google = schedule(List.of(new Allowance(Limit.perDay(15_000), 0.05)), new Random(9));
        assertThat(google.reachableInterval(Platform.TIKTOK, 1)).isZero();
        for (int i = 0; i < 125; i++) {
            google.ours(Accounts.watched("1" + i));
        }

        // 375 probes, 750 calls a day.
        assertThat(google.reachableInterval(Platform.TIKTOK, 1))
                .isBetween(Duration.ofMinutes(719), Duration.ofMinutes(721));
        assertThat(google.reachableInterval(Platform.TIKTOK, 0.5)).isGreaterThan(Duration.ofHours(23));
        assertThat(schedule.reachableInterval(Platform.TIKTOK, 1)).isZero();
    }

    @Test
    void aDeniedProbeWaitsItsOwnInterval() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        Instant answered = clock.instant();
        schedule.done(due, DENIED);

        assertThat(nextOf(due).dueAt()).isEqualTo(answered.plus(Duration.ofMinutes(15)));
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
    void troubleIsRetriedExponentiallyForAWhileAndThenAtTheInterval() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        for (int attempt = 1; attempt < 40; attempt++) {
            assertThat(due.attempt()).isEqualTo(attempt);
            Instant answered = clock.instant();
            schedule.done(due, TROUBLED);
            due = nextOf(due);
            Duration pause = Duration.between(answered, due.dueAt());
            if (attempt <= 6) {
                assertThat(pause.toMillis()).isBetween(1L, 2000L << (attempt - 1));
            } else {
                assertThat(pause).isEqualTo(INTERVAL);
            }
        }
        schedule.done(due, HEALTHY);
        assertThat(nextOf(due).attempt()).isEqualTo(1);
    }

    @Test
    void aCallThatWasNotMadeIsNoAttempt() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        schedule.done(due, TROUBLED);
        due = nextOf(due);
        for (int i = 0; i < 5; i++) {
            schedule.done(due, UNASKED);
            due = nextOf(due);
            assertThat(due.attempt()).isEqualTo(2);
        }
    }

    @Test
    void aCallThatWasNotMadeIsNotTakenFromTheDaysAllowance() {
        ProbeSchedule google = schedule(List.of(new Allowance(Limit.perDay(15_000), 0.05)), new Random(9));
        for (int i = 0; i < 60; i++) {
            google.ours(Accounts.watched("1" + i));
        }
        clock.move(INTERVAL);
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            clock.move(Duration.ofSeconds(1));
            Optional<DueProbe> due = google.take(Platform.TIKTOK, 1);
            due.ifPresent(unasked -> google.done(unasked, UNASKED));
            taken += due.isPresent() ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(750);
    }

    @Test
    void aCallThatItsTokenHeldUpIsMadeInItsTurnAndStaysUrgent() {
        ProbeSchedule paced = schedule(List.of(new Allowance(Limit.perSecond(1), 0.8)), new Random(9));
        paced.ours(Accounts.watched("1"));
        clock.move(INTERVAL);
        paced.expedite(Accounts.key("1"), Optional.of(Resource.ADS));
        List<DueProbe> heldUp = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            heldUp.addAll(drain(paced));
            clock.move(Duration.ofSeconds(2));
        }
        heldUp.forEach(due -> paced.done(due, new ProbeOutcome.Held()));

        assertThat(heldUp).hasSize(3);
        assertThat(drain(paced)).extracting(due -> due.probe().resource()).containsExactly(Resource.ADS);
        clock.move(Duration.ofSeconds(2));
        assertThat(drain(paced)).hasSize(1);
    }

    /// The tightest case: one call every two minutes, of which an agency's 10,000 accounts want far more.
    @Test
    void theOneAccountOfAShopIsOnTimeWhileAnAgencyHasMoreThanTheBudgetAllows() {
        ProbeSchedule tight = schedule(List.of(new Allowance(Limit.perSecond(1), 0.8)), new Random(9));
        for (int i = 0; i < 10_000; i++) {
            tight.ours(Accounts.of("agency", "9" + i));
        }
        tight.ours(Accounts.of("shop", "1"));
        Map<String, Instant> last = new HashMap<>();
        List<Duration> gaps = new ArrayList<>();
        Duration worst = Duration.ZERO;
        for (int i = 0; i < 4 * 3600; i++) {
            clock.move(Duration.ofMillis(250));
            Optional<DueProbe> due = tight.take(Platform.TIKTOK, 1);
            if (due.isEmpty()) {
                continue;
            }
            tight.done(due.get(), HEALTHY);
            if (due.get().account().tenant().equals("shop")) {
                Duration late = Duration.between(due.get().dueAt(), clock.instant());
                worst = late.compareTo(worst) > 0 ? late : worst;
                Instant before = last.put(name(due.get()), clock.instant());
                if (before != null) {
                    gaps.add(Duration.between(before, clock.instant()));
                }
            }
        }
        assertThat(worst).isLessThan(Duration.ofSeconds(5));
        assertThat(gaps).hasSizeGreaterThan(25).allSatisfy(gap -> assertThat(gap)
                .isLessThan(INTERVAL.multipliedBy(11).dividedBy(10)));
    }

    @Test
    void anAppThatHadTooManyCallsWaitsAsLongAsItIsToldAndThenGoesOn() {
        for (int i = 0; i < 20; i++) {
            schedule.ours(Accounts.watched("1" + i));
        }
        clock.move(INTERVAL);
        DueProbe due = next();
        Instant refused = clock.instant();
        ProbeOutcome limited = new ProbeOutcome.Limited(Optional.of(LimitScope.APP), Duration.ofMinutes(5));
        schedule.learn(due, limited, List.of());
        assertThat(schedule.take(Platform.TIKTOK, 1)).isEmpty();
        schedule.done(due, limited);

        assertThat(schedule.expedite(Accounts.key("11"), Optional.empty())).isEqualTo(3);
        assertThat(schedule.take(Platform.TIKTOK, 1)).isEmpty();
        assertThat(next().account().account()).isEqualTo(Accounts.key("11"));
        assertThat(Duration.between(refused, clock.instant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(331));
        assertThat(due()).hasSizeGreaterThan(50);
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
    void whatWorksForAnotherServiceNeedsNoProbeAndWhatIsSilentDoes() {
        schedule.ours(Accounts.watched("1"));
        Set<Resource> probed = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            schedule.heard(
                    Accounts.watched("1"), "/campaign/update/", Optional.of(Resource.CAMPAIGNS), HEALTHY, List.of());
            clock.move(Duration.ofSeconds(20));
            for (DueProbe due : due()) {
                probed.add(due.probe().resource());
                schedule.done(due, HEALTHY);
            }
        }
        assertThat(probed).containsExactlyInAnyOrder(Resource.ACCOUNT, Resource.ADS);

        clock.move(INTERVAL.multipliedBy(2));
        assertThat(due()).extracting(due -> due.probe().resource()).contains(Resource.CAMPAIGNS);
    }

    @Test
    void whatWorksForAnotherServiceAgainIsLookedAtAtOnce() {
        schedule.ours(Accounts.watched("1"));
        DueProbe denied = next();
        schedule.done(denied, DENIED);
        clock.move(Duration.ofSeconds(1));

        schedule.heard(Accounts.watched("1"), denied.probe().path(), Optional.empty(), HEALTHY, List.of());

        assertThat(due()).extracting(DueProbe::probe).contains(denied.probe());
    }

    @Test
    void aLimitThatAnotherServiceRanIntoStopsProbesToo() {
        schedule.ours(Accounts.watched("1"));
        schedule.ours(Accounts.watched("2"));
        clock.move(INTERVAL);
        schedule.heard(
                Accounts.watched("1"),
                "/campaign/update/",
                Optional.of(Resource.CAMPAIGNS),
                new ProbeOutcome.Limited(Optional.of(LimitScope.APP), Duration.ofHours(9)),
                List.of());

        assertThat(due()).isEmpty();
        clock.move(Duration.ofHours(9).plusMinutes(2));
        assertThat(due()).hasSize(6);
    }

    @Test
    void aDisconnectedAccountIsAskedForNoMore() {
        schedule.ours(Accounts.watched("1"));
        DueProbe due = next();
        schedule.gone(Accounts.key("1"));

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
            ProbeSchedule schedule = schedule(List.of(), random);
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
                        schedule.take(Platform.TIKTOK, 1).ifPresent(due -> assertThat(running.put(name(due), due))
                                .isNull());
                    default ->
                        running.values().stream().findAny().ifPresent(due -> {
                            running.remove(name(due));
                            schedule.done(
                                    due,
                                    List.of(HEALTHY, DENIED, TROUBLED, LIMITED, UNASKED)
                                            .get(random.nextInt(5)));
                        });
                }
            }
            running.values().forEach(due -> schedule.done(due, HEALTHY));
            clock.move(Duration.ofDays(1));
            assertThat(drain(schedule)).hasSize(owned.size() * 3);
        }
    }

    private ProbeSchedule schedule(List<Allowance> allowances, Random random) {
        return new ProbeSchedule(cadence, plans, _ -> allowances, clock, random);
    }

    private static String name(DueProbe due) {
        return due.account().account() + due.probe().path();
    }

    private List<DueProbe> due() {
        return drain(schedule);
    }

    private List<DueProbe> drain(ProbeSchedule from) {
        List<DueProbe> all = new ArrayList<>();
        for (Optional<DueProbe> due = from.take(Platform.TIKTOK, 1);
                due.isPresent();
                due = from.take(Platform.TIKTOK, 1)) {
            all.add(due.get());
        }
        return all;
    }

    /// The next probe, at the time when it is due.
    private DueProbe next() {
        Instant end = clock.instant().plus(Duration.ofDays(2));
        while (clock.instant().isBefore(end)) {
            Optional<DueProbe> due = schedule.take(Platform.TIKTOK, 1);
            if (due.isPresent()) {
                return due.get();
            }
            clock.move(Duration.ofMillis(100));
        }
        throw new AssertionError("nothing is due within two days");
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
