package io.adskull.endtoend.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// 200 connections with single-use refresh tokens and access tokens of 12 s, kept alive by four replicas that are
/// killed at random while their database is cut and stopped. `-Dadskull.seed=` repeats the order of events, as far as
/// processes can be repeated.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshKillIT {
    private static final int CONNECTIONS = 200;
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration WITHIN_THE_GRACE = Duration.ofSeconds(30);

    /// Longer than a killed replica needs to come back and settle its journal.
    private static final Duration PATIENT = Duration.ofSeconds(90);

    private static final Duration ANSWERS_TAKE = Duration.ofMillis(400);
    private static final Duration RECOVERY = Duration.ofSeconds(120);

    private final TokenFleet fleet = TokenFleet.onItsServers();
    private final long seed =
            Long.getLong("adskull.seed", ThreadLocalRandom.current().nextLong());

    @BeforeAll
    void connect() {
        fleet.restart(GRACE, WITHIN_THE_GRACE);
        try (var people = Executors.newFixedThreadPool(3)) {
            IntStream.rangeClosed(1, CONNECTIONS)
                    .forEach(k -> people.execute(() -> fleet.tikTok().connect("solo-" + k)));
        }
        assertThat(fleet.database().connections()).hasSize(CONNECTIONS);
    }

    @AfterAll
    void stop() {
        fleet.close();
    }

    @Test
    @Order(1)
    void whereAUsedRefreshTokenWorksForAMomentNoConnectionIsLost() {
        fleet.tikTok().answerSlowly(ANSWERS_TAKE);
        var havoc = new Havoc(fleet, seed);

        havoc.rage(Duration.ofSeconds(30));
        fleet.tikTok().revoke("solo-7");
        fleet.tikTok().revoke("solo-8");
        havoc.rage(Duration.ofSeconds(30));

        Set<String> revoked = Set.of("Solo 7", "Solo 8");
        awaitRenewal();
        report("reuse grace " + GRACE, havoc, dead());
        assertThat(havoc.kills()).isPositive();
        assertThat(dead()).extracting(StoredConnection::owner).containsExactlyInAnyOrderElementsOf(revoked);
    }

    @Test
    @Order(2)
    void whereItIsStrictlySingleUseOnlyAnAnswerOnTheWireOfAKilledReplicaIsLost() {
        Set<UUID> before = dead().stream().map(StoredConnection::id).collect(Collectors.toSet());
        fleet.restart(Duration.ZERO, PATIENT);
        awaitRenewal();
        fleet.tikTok().answerSlowly(ANSWERS_TAKE);
        var havoc = new Havoc(fleet, seed + 1);

        havoc.rage(Duration.ofSeconds(25));

        awaitRenewal();
        List<StoredConnection> lost =
                dead().stream().filter(one -> !before.contains(one.id())).toList();
        report("strictly single use", havoc, lost);
        assertThat(havoc.kills()).isPositive();
        assertThat(lost)
                .allMatch(StoredConnection::inDoubt)
                .extracting(StoredConnection::attempt)
                .isSubsetOf(havoc.answersOnTheWire());
    }

    private List<StoredConnection> dead() {
        return fleet.database().connections().stream()
                .filter(connection -> !connection.connected())
                .toList();
    }

    /// Each that lives has tokens which are newer than those it has now.
    private void awaitRenewal() {
        fleet.startDeadReplicas();
        fleet.awaitReplicas();
        Set<Attempt> old = fleet.database().connections().stream()
                .map(StoredConnection::attempt)
                .collect(Collectors.toSet());
        await().atMost(RECOVERY).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        fleet.database().connections())
                .filteredOn(StoredConnection::connected)
                .filteredOn(connection -> old.contains(connection.attempt()))
                .isEmpty());
    }

    private void report(String mode, Havoc havoc, List<StoredConnection> dead) {
        System.out.printf(
                "RefreshKillIT (%s), seed %d: %s; %d of %d connections must be connected again. Simulator: %s%n",
                mode, seed, havoc, dead.size(), CONNECTIONS, fleet.tikTok().stats());
    }
}
