package io.adskull.endtoend.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// Three replicas with far more to ask than the platforms' limits allow. How long exactly each refusal stops whom is
/// poller-service's `SteeringTest`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {
    private static final int REPLICAS = 3;
    private static final String TIKTOK = "tiktok";
    private static final String GOOGLE = "google";
    private static final String META = "meta";
    private static final String REDDIT = "reddit";

    /// What probes take of a limit of a second.
    private static final double RATE_SHARE = 0.8;

    private static final int TIKTOK_QPS = 10;
    private static final int GOOGLE_QPS = 6;

    private static final int GOOGLE_ACCOUNTS = 40;
    private static final int META_ACCOUNTS = 3;
    private static final int META_CALLS_OF_AN_ACCOUNT = 12;

    /// A call may have been on its way when another one heard the refusal.
    private static final Duration ON_ITS_WAY = Duration.ofMillis(500);

    /// After it nothing is on its way any more, on a loaded machine neither.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /// A machine that stands still for half a second lets calls of a whole second arrive together, which no caller can
    /// help; a poller that does not keep to a limit is refused in each window.
    private static final int STALLS = 2;

    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Of TikTok's calls a day; an hour's part may be made at once.
    private static final int DAILY = 24_000;

    private static final int AN_HOURS = DAILY / 20 / 24;

    private static final Map<String, String> SETTINGS = Map.of(
            "ADSKULL_POLL_INTERVAL", "PT5S",
            // The launcher's would cut TikTok's five minutes short, for people who try the simulator.
            "ADSKULL_POLL_LONGEST_HINT", "P1D",
            // A platform's status page is no part of its limits, and stands at the same address.
            "ADSKULL_POLL_STATUS_DELAY", "PT1H",
            "ADSKULL_POLL_TIKTOK_QPS", Integer.toString(TIKTOK_QPS),
            "ADSKULL_POLL_GOOGLE_QPS", Integer.toString(GOOGLE_QPS),
            "ADSKULL_POLL_META_QPS", "6",
            "ADSKULL_POLL_REDDIT_QPS", "10");

    private final PollerFleet fleet = new PollerFleet("limits-system", Duration.ZERO);
    private final SimulatedLimits limits = fleet.limits();
    private List<Replica> replicas = List.of();

    @BeforeAll
    void connect() {
        fleet.connect(Fleet.onTikTok(40));
        // So many that each of the four partitions has some, whichever of them a replica owns.
        fleet.connect(Fleet.onGoogle(GOOGLE_ACCOUNTS));
        fleet.connect(Fleet.onMeta(META_ACCOUNTS));
        fleet.connect(Fleet.onReddit(4));
        limits.allow(TIKTOK, "app-second", TIKTOK_QPS);
        limits.allow(TIKTOK, "app-minute", 60 * TIKTOK_QPS);
        limits.allow(TIKTOK, "advertiser-path-second", 1);
        limits.allow(GOOGLE, "developer-second", GOOGLE_QPS);
        limits.allow(GOOGLE, "customer-second", GOOGLE_QPS);
        limits.allow(META, "ad-account-hour", META_CALLS_OF_AN_ACCOUNT);
        replicas = fleet.start(REPLICAS, SETTINGS);
    }

    @AfterAll
    void stop() {
        fleet.close();
    }

    @Test
    @Order(1)
    void replicasKeepToTheLimitsTogetherAndUseThem() {
        awaitAllAtWork();
        Duration length = Duration.ofSeconds(16);
        Map<String, Long> before = limits.refusals();
        Instant from = Instant.now();
        look(length);
        for (int again = 0; again < STALLS && !limits.refusals().equals(before); again++) {
            System.out.printf("LimitsIT: refusals grew from %s to %s, once more%n", before, limits.refusals());
            before = limits.refusals();
            from = Instant.now();
            look(length);
        }
        Instant start = from;
        Instant end = start.plus(length);

        double tikTok = rate(TIKTOK, start, end);
        double google = rate(GOOGLE, start, end);
        double reddit = rate(REDDIT, start, end);
        System.out.printf(
                "LimitsIT: %.1f TikTok, %.1f Google and %.1f Reddit calls a second; refusals %s, before %s%n",
                tikTok, google, reddit, limits.refusals(), before);
        assertThat(limits.refusals()).as(() -> around(start, end)).isEqualTo(before);
        assertThat(tikTok).isBetween(0.6 * RATE_SHARE * TIKTOK_QPS, 1.1 * RATE_SHARE * TIKTOK_QPS);
        assertThat(google).isBetween(0.6 * RATE_SHARE * GOOGLE_QPS, 1.1 * RATE_SHARE * GOOGLE_QPS);
        assertThat(reddit).isPositive();
    }

    /// At three quarters; a call or two were on their way.
    @Test
    @Order(2)
    void whereHeadersSayThatMostIsUsedProbesStopBeforeTheyAreRefused() {
        long enough = META_CALLS_OF_AN_ACCOUNT * 3L / 4;
        await().atMost(Duration.ofSeconds(30))
                .until(() -> callsOfAccounts(META).values().stream()
                                .filter(calls -> calls >= enough)
                                .count()
                        == META_ACCOUNTS);
        look(SETTLED);
        Map<String, Long> made = callsOfAccounts(META);
        look(Duration.ofSeconds(4));

        System.out.printf("LimitsIT: %s Meta calls of %d%n", made.values(), META_CALLS_OF_AN_ACCOUNT);
        assertThat(callsOfAccounts(META)).isEqualTo(made);
        assertThat(limits.of(META, "ad-account-hour").refusals()).isZero();
    }

    @Test
    @Order(3)
    void aSecondsLimitStopsAReplicaUntilTheNextSecond() {
        Instant from = Instant.now();
        limits.allow(TIKTOK, "app-second", 2);
        limits.allow(GOOGLE, "developer-second", 1);
        look(Duration.ofSeconds(5));
        limits.forgive();
        Instant to = Instant.now();

        for (String platform : List.of(TIKTOK, GOOGLE)) {
            List<Call> refused = refused(platform, from, to);
            System.out.printf("LimitsIT: %d refusals of a second at %s%n", refused.size(), platform);
            assertThat(refused).isNotEmpty();
            assertStop(refused, Call::replica);
        }
        awaitAllAtWork();
    }

    @Test
    @Order(4)
    void anAccountsLimitStopsTheAccountAndNobodyElse() {
        limits.allow(TIKTOK, "advertiser-path-second", 0);
        limits.allow(GOOGLE, "customer-second", 0);
        Instant from = Instant.now();
        Duration length = Duration.ofSeconds(5);
        look(length);
        Instant to = from.plus(length);
        limits.forgive();

        List<Call> customers = refused(GOOGLE, from, to);
        System.out.printf(
                "LimitsIT: %d refusals of an advertiser and path, %.1f TikTok calls a second; %d of a customer%n",
                refused(TIKTOK, from, to).size(), rate(TIKTOK, from, to), customers.size());
        assertThat(refused(TIKTOK, from, to)).isNotEmpty();
        assertThat(rate(TIKTOK, from, to)).isGreaterThan(0.6 * RATE_SHARE * TIKTOK_QPS);
        assertThat(customers).hasSizeGreaterThan(1);
        assertStop(customers, Call::account);
    }

    @Test
    @Order(5)
    void googlesDayStopsGoogleAndNothingElse() {
        Instant refusing = Instant.now();
        limits.allow(GOOGLE, "developer-day", limits.of(GOOGLE, "developer-day").mostUsed());

        assertStopped(GOOGLE, refusing, TIKTOK, Duration.ofSeconds(6));
    }

    @Test
    @Order(6)
    void tikToksMinuteStopsTikTokAndNothingElse() {
        Instant refusing = Instant.now();
        limits.allow(TIKTOK, "app-minute", limits.of(TIKTOK, "app-minute").mostUsed());

        assertStopped(TIKTOK, refusing, REDDIT, Duration.ofSeconds(15));
    }

    @Test
    @Order(7)
    void probesKeepToTheirPartOfADayAndStopWhenItIsUsedUp() {
        replicas.parallelStream().forEach(replica -> replica.process().stop());
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("ADSKULL_POLL_TIKTOK_DAILY", Integer.toString(DAILY));
        Instant from = Instant.now();
        fleet.start(2, settings);
        await().atMost(Duration.ofSeconds(30)).until(() -> calls(TIKTOK, from) >= AN_HOURS);
        look(Duration.ofSeconds(6));
        long made = calls(TIKTOK, from);
        System.out.printf("LimitsIT: %d TikTok calls where an hour's part of the day is %d%n", made, AN_HOURS);
        // Whoever comes first has the whole of it, and the other its half.
        assertThat(made).isLessThanOrEqualTo(AN_HOURS * 3 / 2 + 2);

        // The platform's day must not end while we look.
        await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().getEpochSecond() % 86_400 < 86_400 - 60);
        limits.allow(TIKTOK, "app-day", limits.of(TIKTOK, "app-day").mostUsed());
        Instant refusing = Instant.now();
        Replica third = fleet.start(1, settings).getFirst();
        await().atMost(Duration.ofSeconds(30)).until(() -> isRefused(TIKTOK, third, refusing));
        limits.forgive();
        look(SETTLED);
        Instant paused = Instant.now();
        look(Duration.ofSeconds(6));

        assertThat(fleet.log().since(paused))
                .filteredOn(call -> call.replica().equals(third.name()))
                .filteredOn(call -> call.platform().equals(TIKTOK))
                .isEmpty();
        assertThat(fleet.log().since(paused))
                .filteredOn(call -> call.replica().equals(third.name()))
                .isNotEmpty();
    }

    /// Once each replica was refused, the platform would answer again; nobody asks it, since the wait is longer.
    private void assertStopped(String platform, Instant refusing, String other, Duration length) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> replicas.stream().allMatch(replica -> isRefused(platform, replica, refusing)));
        limits.forgive();
        look(SETTLED);
        Instant from = Instant.now();
        look(length);

        System.out.printf(
                "LimitsIT: %s refused, then in %s %d calls, and %d to %s%n",
                platform, length, calls(platform, from), calls(other, from), other);
        assertThat(calls(platform, from)).isZero();
        assertThat(calls(other, from)).isPositive();
    }

    /// A machine that stands still for half a second lets a call that was under way arrive late, here as in
    /// [#STALLS]. Who does not stop calls again after nearly each refusal.
    private void assertStop(List<Call> refused, Function<Call, String> whoStops) {
        List<Call> stalled = refused.stream()
                .filter(call -> following(call).stream()
                        .anyMatch(other -> whoStops.apply(other).equals(whoStops.apply(call))))
                .toList();
        assertThat(stalled)
                .as("of %d refused", refused.size())
                .hasSizeLessThanOrEqualTo(Math.max(1, refused.size() / 4));
    }

    /// Calls that may not have been made: what a refusal for a second keeps from being called in that second.
    private List<Call> following(Call refused) {
        return fleet.log()
                .between(refused.ended().plus(ON_ITS_WAY), refused.ended().plus(SECOND))
                .filter(call -> call.platform().equals(refused.platform()))
                .toList();
    }

    private List<Call> refused(String platform, Instant from, Instant to) {
        return fleet.log()
                .between(from, to)
                .filter(call -> call.platform().equals(platform) && call.refused())
                .sorted(Comparator.comparing(Call::started))
                .toList();
    }

    /// By a call that may have been under way before.
    private boolean isRefused(String platform, Replica replica, Instant since) {
        return refused(platform, Instant.MIN, Instant.MAX).stream()
                .anyMatch(call ->
                        call.replica().equals(replica.name()) && call.ended().isAfter(since));
    }

    /// Each has its share and its tokens, and has done all for the first time.
    private void awaitAllAtWork() {
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            Instant now = Instant.now();
            return Stream.of(TIKTOK, GOOGLE)
                    .allMatch(platform -> atWork(platform, now.minusSeconds(5), now.minusSeconds(3)) == replicas.size()
                            && atWork(platform, now.minusSeconds(2), now) == replicas.size());
        });
    }

    private long atWork(String platform, Instant from, Instant to) {
        return fleet.log()
                .between(from, to)
                .filter(call -> call.platform().equals(platform) && !call.refused())
                .map(Call::replica)
                .distinct()
                .count();
    }

    /// What was called in the second before each refusal.
    private String around(Instant from, Instant to) {
        return Stream.of(TIKTOK, GOOGLE)
                .flatMap(platform -> refused(platform, from, to).stream())
                .map(refused -> fleet.log()
                        .between(refused.started().minus(SECOND), refused.ended())
                        .filter(call -> call.platform().equals(refused.platform()))
                        .sorted(Comparator.comparing(Call::started))
                        .map(call -> call.replica() + " " + call.started())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private long calls(String platform, Instant from) {
        return fleet.log()
                .since(from)
                .filter(call -> call.platform().equals(platform))
                .count();
    }

    private Map<String, Long> callsOfAccounts(String platform) {
        return fleet.log()
                .since(Instant.MIN)
                .filter(call -> call.platform().equals(platform))
                .collect(Collectors.groupingBy(Call::account, Collectors.counting()));
    }

    private double rate(String platform, Instant from, Instant to) {
        long calls = fleet.log()
                .between(from, to)
                .filter(call -> call.platform().equals(platform))
                .count();
        return calls * 1000.0 / Duration.between(from, to).toMillis();
    }

    /// A window of observation, and nothing that anything waits for.
    private static void look(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
