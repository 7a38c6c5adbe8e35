package io.adskull.endtoend.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Three replicas; one is killed, one comes, one is told to stop.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PollerFleetIT {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /// A probe's turns are an interval apart, and a tenth more where one was late.
    private static final Duration ROUND = INTERVAL.multipliedBy(11).dividedBy(10);

    /// After which Kafka takes a silent replica for dead (application.properties of poller-service).
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    /// The others hear of it with their next heartbeat, a second at most; the rest is for a loaded machine.
    private static final Duration HEARD_OF = Duration.ofSeconds(4);

    private static final Duration ANSWERS_TAKE = Duration.ofMillis(150);
    private static final int ACCOUNTS = 20;
    private static final int PROBES_OF_AN_ACCOUNT = 13;
    private static final Map<String, String> SETTINGS = Map.of(
            "ADSKULL_POLL_INTERVAL", INTERVAL.toString(),
            "ADSKULL_POLL_TIKTOK_QPS", "1000",
            // The status page stands at the same address and belongs to no account.
            "ADSKULL_POLL_STATUS_DELAY", "PT1H");

    private final PollerFleet fleet = new PollerFleet("poller-system", ANSWERS_TAKE);

    @BeforeAll
    void connect() {
        fleet.connect(Fleet.onTikTok(ACCOUNTS));
    }

    @AfterAll
    void stop() {
        fleet.close();
    }

    @Test
    void whoeverDiesComesOrGoesEveryAccountIsPolledInTimeAndByOneAtATime() {
        List<Replica> replicas = fleet.start(3, SETTINGS);
        Instant from = awaitSteady(replicas.get(0), replicas.get(1), replicas.get(2));

        replicas.get(0).process().kill();
        awaitSteady(replicas.get(1), replicas.get(2));

        Replica added = fleet.start(1, SETTINGS).getFirst();
        awaitSteady(replicas.get(1), replicas.get(2), added);

        replicas.get(1).process().stop();
        awaitSteady(replicas.get(2), added);

        Map<Call.Probe, Duration> gaps = fleet.log().longestGaps(from, Instant.now());
        report(from, gaps);
        assertThat(gaps).hasSize(ACCOUNTS * PROBES_OF_AN_ACCOUNT);
        assertThat(gaps.values())
                .allMatch(gap -> gap.compareTo(ROUND.plus(SESSION_TIMEOUT).plus(HEARD_OF)) <= 0);
        assertThat(fleet.log().overlapping()).isEmpty();
    }

    /// Every probe is made within a round, and each account has one replica, each of these has accounts, and nobody
    /// else has.
    ///
    /// @return since when
    private Instant awaitSteady(Replica... expected) {
        Set<String> names = Arrays.stream(expected).map(Replica::name).collect(Collectors.toSet());
        Instant[] since = new Instant[1];
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> {
                    Instant from = Instant.now().minus(ROUND).minus(ANSWERS_TAKE.multipliedBy(3));
                    Map<String, Set<String>> pollers = fleet.log().pollersSince(from);
                    assertThat(fleet.log().probesSince(from)).hasSize(ACCOUNTS * PROBES_OF_AN_ACCOUNT);
                    assertThat(pollers).hasSize(ACCOUNTS);
                    assertThat(pollers.values()).allMatch(ofAccount -> ofAccount.size() == 1);
                    assertThat(pollers.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                            .isEqualTo(names);
                    since[0] = from;
                });
        Map<String, Integer> spread = new TreeMap<>();
        fleet.log()
                .pollersSince(since[0])
                .values()
                .forEach(ofAccount -> ofAccount.forEach(name -> spread.merge(name, 1, Integer::sum)));
        System.out.println("PollerFleetIT: accounts by replica " + spread);
        return since[0];
    }

    private void report(Instant from, Map<Call.Probe, Duration> gaps) {
        System.out.printf(
                "PollerFleetIT: %d calls in %s, longest gap %s, %d overlaps%n",
                fleet.log().since(from).count(),
                Duration.between(from, Instant.now()),
                gaps.values().stream().max(Duration::compareTo).orElse(Duration.ZERO),
                fleet.log().overlapping().size());
    }
}
