package io.adskull.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:03:00Z");
    private static final Incident INCIDENT =
            Incidents.automatedRulesPermissionMissing().incident();
    private final Lanes lanes = new Lanes(40, 3);

    @Test
    void aFullLaneWaitsAndTheOthersDoNot() {
        lanes.promised(messages(5, "a", "northwind"));
        lanes.promised(messages(1, "b", "contoso"));

        assertThat(leaving()).containsExactlyInAnyOrder("a", "a", "a", "b");
    }

    @Test
    void aMessageThatEndedMakesRoomForTheNextOfItsLane() {
        List<Claimed> messages = messages(4, "a", "northwind");
        lanes.promised(messages);
        leaving();

        lanes.ended(messages.getFirst(), NOW);

        assertThat(lanes.next(NOW)).contains(messages.getLast());
    }

    @Test
    void aTenantWithManySlowDestinationsLeavesThreeQuartersToTheOthers() {
        for (int destination = 0; destination < 20; destination++) {
            lanes.promised(messages(3, "northwind-" + destination, "northwind"));
        }
        lanes.promised(messages(3, "b", "contoso"));

        List<String> leaving = leaving();

        assertThat(leaving)
                .filteredOn(destination -> destination.startsWith("northwind"))
                .hasSize(10);
        assertThat(leaving).filteredOn("b"::equals).hasSize(3);
    }

    @Test
    void destinationsTakeTurnsWhereNotAllCanLeaveAtOnce() {
        var two = new Lanes(2, 2);
        List<Claimed> first = messages(3, "a", "northwind");
        two.promised(first);
        two.promised(messages(3, "b", "contoso"));
        Claimed leaves = two.next(NOW).orElseThrow();

        two.ended(leaves, NOW);

        assertThat(two.next(NOW))
                .hasValueSatisfying(next -> assertThat(next.destination()).isEqualTo("b"));
    }

    @Test
    void aDestinationThatWantsToBeLeftAloneIs() {
        lanes.promised(messages(1, "a", "northwind"));
        lanes.pause("a", NOW.plusSeconds(30));
        lanes.pause("a", NOW.plusSeconds(10));

        assertThat(lanes.next(NOW.plusSeconds(29))).isEmpty();
        assertThat(lanes.free("a", "northwind", NOW.plusSeconds(29))).isZero();
        assertThat(lanes.free("b", "northwind", NOW)).isPositive();
        assertThat(lanes.next(NOW.plusSeconds(30))).isPresent();
    }

    @Test
    void whatIsWrittenIsNotPromisedPastOlderMessages() {
        lanes.lookFor(Set.of("a"));

        assertThat(lanes.free("a", "northwind", NOW)).isZero();
        assertThat(lanes.free("b", "northwind", NOW)).isPositive();
    }

    @Test
    void whatWaitsBehindAMessageIsLookedForWhenItEnded() {
        List<Claimed> opened = messages(1, "a", "northwind");
        lanes.promised(opened);
        leaving();
        lanes.lookFor(Set.of("a"));
        lanes.found(lanes.look(NOW).orElseThrow(), List.of());
        assertThat(lanes.look(NOW)).isEmpty();

        assertThat(lanes.ended(opened.getFirst(), NOW)).isTrue();

        assertThat(lanes.look(NOW).map(Lanes.Look::rooms).map(Map::keySet)).contains(Set.of("a"));
        assertThat(lanes.look(NOW)).as("and not for ever").isEmpty();
    }

    @Test
    void aLookThatFoundAsMuchAsThereWasRoomForIsRepeatedWhenThereIsRoomAgain() {
        lanes.lookFor(Set.of("a"));
        Lanes.Look look = lanes.look(NOW).orElseThrow();
        List<Claimed> found =
                messages(Optional.ofNullable(look.rooms().get("a")).orElseThrow(), "a", "northwind");
        lanes.found(look, found);
        assertThat(lanes.look(NOW)).isEmpty();

        assertThat(lanes.empty("a")).containsExactlyElementsOf(found);

        assertThat(lanes.look(NOW)).isPresent();
    }

    @Test
    void aDestinationThatTakesFastIsPromisedMoreAndOneThatDoesNotFew() {
        int few = roomAfterLooks(NOW, NOW.plusSeconds(20));
        int more = roomAfterLooks(NOW, NOW.plusMillis(100), NOW.plusMillis(200));

        assertThat(more).isGreaterThan(few);
    }

    @Test
    void aTenantsWaitingMessagesLeaveRoomForTheOthers() {
        for (int destination = 0; destination < 100; destination++) {
            String name = "northwind-" + destination;
            lanes.promised(messages(lanes.free(name, "northwind", NOW), name, "northwind"));
        }

        assertThat(lanes.free("northwind-100", "northwind", NOW)).isZero();
        assertThat(lanes.free("b", "contoso", NOW)).isPositive();
    }

    @Test
    void afterTheEndNothingIsPromised() {
        List<Claimed> waiting = messages(2, "a", "northwind");
        lanes.promised(waiting);

        assertThat(lanes.close()).containsExactlyElementsOf(waiting);

        assertThat(lanes.free("b", "northwind", NOW)).isZero();
        assertThat(lanes.next(NOW)).isEmpty();
    }

    @Test
    void recoveryIsNoticedOnce() {
        lanes.failed("a");

        assertThat(lanes.recovered("a")).isTrue();
        assertThat(lanes.recovered("a")).isFalse();
    }

    private static int roomAfterLooks(Instant... looks) {
        var lanes = new Lanes(40, 3);
        int room = 0;
        for (Instant look : looks) {
            lanes.lookFor(Set.of("a"));
            room = lanes.look(look).map(found -> found.rooms().get("a")).orElseThrow();
        }
        return room;
    }

    private List<String> leaving() {
        return Stream.generate(() -> lanes.next(NOW))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .map(Claimed::destination)
                .toList();
    }

    private static List<Claimed> messages(int count, String destination, String tenant) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Claimed(
                        UUID.randomUUID(),
                        destination,
                        tenant,
                        "slack",
                        Transition.OPENED,
                        1,
                        NOW.plusSeconds(60),
                        NOW,
                        false,
                        Optional.empty(),
                        new Alert.Opened(INCIDENT),
                        new AlertOutcome.Message(
                                "message",
                                INCIDENT.id(),
                                INCIDENT.account(),
                                tenant,
                                "OPENED",
                                "slack",
                                "#ads-alerts",
                                "No permission"),
                        Optional.empty()))
                .toList();
    }
}
