package io.adskull.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.dashboard.overview.Outage;
import io.adskull.dashboard.overview.PermissionState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractBigDecimalAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UptimeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void ninetyDaysThatEndTodayAllWorkWithoutOutages() {
        Uptime uptime = rules(LONG_AGO);

        assertThat(uptime.days()).hasSize(90).allMatch(day -> day.kind() == Day.Kind.WORKING);
        assertThat(uptime.days().getFirst().date()).isEqualTo("2026-09-02");
        assertThat(uptime.days().getLast().date()).isEqualTo("2026-11-30");
        assertThat(uptime.days().getLast().watched()).isEqualTo(Duration.ofHours(12));
        percent(uptime).isEqualByComparingTo("100");
    }

    @Test
    void anOutageWithinADayMakesItPartlyDown() {
        Uptime uptime = rules(LONG_AGO, denied("2026-11-02T10:00:00Z", "2026-11-02T13:00:00Z"));

        assertThat(day(uptime, "2026-11-02").kind()).isEqualTo(Day.Kind.PARTLY);
        assertThat(day(uptime, "2026-11-02").denied()).isEqualTo(Duration.ofHours(3));
        assertThat(uptime.troubles()).hasSize(1);
        percent(uptime).isEqualByComparingTo("99.8");
    }

    @Test
    void anOutageFromBeforeTheWindowCountsFromItsFirstDayOn() {
        Uptime uptime = rules(LONG_AGO, denied("2026-08-01T00:00:00Z", "2026-09-03T06:00:00Z"));

        assertThat(day(uptime, "2026-09-02").kind()).isEqualTo(Day.Kind.DOWN);
        assertThat(day(uptime, "2026-09-03").kind()).isEqualTo(Day.Kind.PARTLY);
        assertThat(day(uptime, "2026-09-03").denied()).isEqualTo(Duration.ofHours(6));
        assertThat(uptime.troubles()).hasSize(2);
    }

    @Test
    void anOutageThatGoesOnCountsUntilNow() {
        Uptime uptime = rules(LONG_AGO, denied("2026-11-28T18:00:00Z", null));

        assertThat(day(uptime, "2026-11-28").denied()).isEqualTo(Duration.ofHours(6));
        assertThat(day(uptime, "2026-11-29").kind()).isEqualTo(Day.Kind.DOWN);
        assertThat(day(uptime, "2026-11-30").kind()).isEqualTo(Day.Kind.DOWN);
        assertThat(day(uptime, "2026-11-30").denied()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void whereOutagesOverlapTheTimeCountsOnceAsTheNewestSays() {
        Uptime uptime = rules(
                LONG_AGO,
                denied("2026-11-02T10:00:00Z", "2026-11-02T16:00:00Z"),
                degraded("2026-11-02T12:00:00Z", "2026-11-02T13:00:00Z"));

        assertThat(day(uptime, "2026-11-02").denied()).isEqualTo(Duration.ofHours(5));
        assertThat(day(uptime, "2026-11-02").degraded()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anOlderOutageThatEndedBeneathANewerOneLeavesNothing() {
        Uptime uptime = rules(
                LONG_AGO,
                denied("2026-11-02T10:00:00Z", "2026-11-02T12:00:00Z"),
                degraded("2026-11-02T11:00:00Z", "2026-11-02T14:00:00Z"));

        assertThat(day(uptime, "2026-11-02").denied()).isEqualTo(Duration.ofHours(1));
        assertThat(day(uptime, "2026-11-02").degraded()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aFailureOfTheWholeAccountCountsForEveryPartAndThatOfAnotherPartDoesNot() {
        Instant from = Instant.parse("2026-11-02T00:00:00Z");
        Outage whole = new Outage(Resource.ADS, true, PermissionState.DENIED, from, from.plusSeconds(3600));
        Outage other = new Outage(Resource.PIXELS, false, PermissionState.DENIED, from, null);

        Uptime uptime = rules(LONG_AGO, whole, other);

        assertThat(day(uptime, "2026-11-02").denied()).isEqualTo(Duration.ofHours(1));
        assertThat(uptime.troubles()).hasSize(1);
    }

    @Test
    void beforeTheAccountWasConnectedNothingIsKnownAndNothingCounts() {
        Uptime uptime =
                rules(Instant.parse("2026-11-27T12:00:00Z"), denied("2026-11-27T18:00:00Z", "2026-11-28T00:00:00Z"));

        assertThat(day(uptime, "2026-11-26").kind()).isEqualTo(Day.Kind.UNKNOWN);
        assertThat(day(uptime, "2026-11-27").watched()).isEqualTo(Duration.ofHours(12));
        assertThat(day(uptime, "2026-11-27").kind()).isEqualTo(Day.Kind.PARTLY);
        assertThat(day(uptime, "2026-11-28").kind()).isEqualTo(Day.Kind.WORKING);
        percent(uptime).isEqualByComparingTo("91.6");
    }

    @Test
    void ofAnAccountConnectedThisMomentNoShareIsClaimed() {
        Uptime uptime = rules(NOW);

        assertThat(uptime.percent()).isNull();
        assertThat(uptime.days()).allMatch(day -> day.kind() == Day.Kind.UNKNOWN);
    }

    @Test
    void aHundredIsSaidOnlyWhenNothingFailed() {
        percent(rules(LONG_AGO, degraded("2026-11-02T10:00:00Z", "2026-11-02T10:00:01Z")))
                .isEqualByComparingTo("99.9");
    }

    private static Uptime rules(Instant watchedSince, Outage... outages) {
        return Uptime.of(Resource.AUTOMATED_RULES, List.of(outages), watchedSince, NOW);
    }

    private static AbstractBigDecimalAssert<?> percent(Uptime uptime) {
        return assertThat(uptime.percent());
    }

    private static Outage denied(String from, @Nullable String until) {
        return outage(PermissionState.DENIED, from, until);
    }

    private static Outage degraded(String from, @Nullable String until) {
        return outage(PermissionState.DEGRADED, from, until);
    }

    private static Outage outage(PermissionState state, String from, @Nullable String until) {
        return new Outage(
                Resource.AUTOMATED_RULES,
                false,
                state,
                Instant.parse(from),
                until == null ? null : Instant.parse(until));
    }

    private static Day day(Uptime uptime, String date) {
        LocalDate wanted = LocalDate.parse(date);
        return uptime.days().stream()
                .filter(day -> day.date().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
