package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.poller.probe.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Allowance EIGHT_A_SECOND = new Allowance(Limit.perSecond(10), 0.8);

    @Test
    void noSecondHoldsMoreThanThePlatformTakesHoweverManyReplicasShareIt() {
        for (int replicas = 1; replicas <= 10; replicas++) {
            double share = 1.0 / replicas;
            List<Instant> calls = new ArrayList<>();
            IntStream.range(0, replicas).forEach(replica -> calls.addAll(calls(share, new Random(replica))));

            for (Instant from : calls) {
                assertThat(calls.stream()
                                .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                                .count())
                        .as("%d replicas", replicas)
                        .isLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void probesTakeOnlyTheirPortion() {
        Pace pace = new Pace(List.of(EIGHT_A_SECOND));

        assertThat(pace.free(1, false)).isBeforeOrEqualTo(START);
        pace.spend(START, 1);
        assertThat(pace.free(1, false)).isBetween(START.plusMillis(100), START.plusMillis(125));
    }

    /// Otherwise every late start would lower the rate for good.
    @Test
    void whoStartsALittleLateCatchesUp() {
        Pace pace = new Pace(List.of(EIGHT_A_SECOND));
        Instant at = START;
        for (int i = 0; i < 80; i++) {
            pace.spend(at, 1);
            at = pace.free(1, false).plusMillis(15);
        }

        assertThat(at).isBetween(START.plusMillis(9_900), START.plusMillis(10_100));
    }

    @Test
    void aDaysAllowanceIsSavedUpToAnHoursAndNeverOverdrawn() {
        Pace pace = new Pace(List.of(new Allowance(Limit.perDay(15_000), 0.05)));
        int calls = 0;
        for (Instant at = START; at.isBefore(START.plus(Duration.ofDays(1))); calls++) {
            pace.spend(at, 1);
            at = pace.free(1, false).isAfter(at) ? pace.free(1, false) : at;
        }

        assertThat(calls).isBetween(750, 750 + 31);
    }

    @Test
    void anUrgentCallBorrowsFromTheHoursAheadButNotMoreThanAQuarterOfADay() {
        Pace pace = new Pace(List.of(new Allowance(Limit.perDay(15_000), 0.05)));
        while (!pace.free(1, false).isAfter(START)) {
            pace.spend(START, 1);
        }
        int borrowed = 0;
        while (!pace.free(1, true).isAfter(START)) {
            pace.spend(START, 1);
            borrowed++;
        }

        assertThat(borrowed).isBetween(180, 190);
        assertThat(pace.free(1, false)).isAfter(START.plus(Duration.ofHours(5)));
    }

    @Test
    void withNothingSpentNothingNeedsToBeRemembered() {
        Pace pace = new Pace(List.of(EIGHT_A_SECOND));
        pace.spend(START, 1);

        assertThat(pace.isSquare(START.plusMillis(100))).isFalse();
        assertThat(pace.isSquare(START.plusMillis(125))).isTrue();
    }

    private static List<Instant> calls(double share, Random random) {
        Pace pace = new Pace(List.of(EIGHT_A_SECOND));
        List<Instant> calls = new ArrayList<>();
        Instant at = START;
        while (at.isBefore(START.plusSeconds(60))) {
            Instant free = pace.free(share, false);
            at = free.isAfter(at) ? free : at;
            at = at.plusMillis(random.nextInt(10) < 8 ? random.nextInt(15) : random.nextInt(400));
            pace.spend(at, share);
            calls.add(at);
        }
        return calls;
    }
}
