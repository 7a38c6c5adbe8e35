package io.adskull.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.Resource;
import io.adskull.dashboard.history.Day;
import io.adskull.dashboard.history.Uptime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UptimeStripTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-09-02");

    @Test
    void ninetyDaysAreThreeRowsOfThirtyForAPhone() {
        UptimeStrip strip = strip(Duration.ZERO, Duration.ZERO);

        assertThat(strip.thirds()).hasSize(3).allMatch(third -> third.size() == 30);
    }

    @Test
    void itSaysInWordsWhatItShows() {
        assertThat(strip(Duration.ofHours(3), Duration.ofMinutes(5)).inWords())
                .isEqualTo("Automated Rules: 99.8 %, 1 day with trouble: 30 Nov");
        assertThat(strip(Duration.ZERO, Duration.ZERO).inWords())
                .isEqualTo("Automated Rules: 100 %, no day with trouble");
    }

    @Test
    void aCellSaysWhatTheDayWasAndFillsByHowMuch() {
        UptimeCell cell = strip(Duration.ofHours(12), Duration.ofSeconds(10))
                .thirds()
                .getLast()
                .getLast();

        assertThat(cell.title()).isEqualTo("30 Nov: denied for 12 h, degraded for 10 s");
        assertThat(cell.denied()).isEqualTo(14);
        assertThat(cell.deniedFrom()).isEqualTo(14);
        assertThat(cell.degraded()).isPositive();
        assertThat(cell.degradedFrom()).isEqualTo(14 - cell.degraded());
    }

    @Test
    void aDayThatNeverWorkedIsFilledWhole() {
        UptimeCell cell =
                strip(Duration.ofDays(1), Duration.ZERO).thirds().getLast().getLast();

        assertThat(cell.denied()).isEqualTo(UptimeCell.HEIGHT);
        assertThat(cell.title()).isEqualTo("30 Nov: denied for 1 day, never worked");
    }

    /// All days worked but the last.
    private static UptimeStrip strip(Duration denied, Duration degraded) {
        List<Day> days = IntStream.range(0, 90)
                .mapToObj(day -> new Day(
                        FIRST.plusDays(day),
                        Duration.ofDays(1),
                        day == 89 ? denied : Duration.ZERO,
                        day == 89 ? degraded : Duration.ZERO))
                .toList();
        return new UptimeStrip(new Uptime(Resource.AUTOMATED_RULES, days));
    }
}
