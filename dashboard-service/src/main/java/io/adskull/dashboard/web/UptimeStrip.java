package io.adskull.dashboard.web;

import static java.util.stream.Collectors.joining;

import io.adskull.dashboard.history.Day;
import io.adskull.dashboard.history.Uptime;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/// Ninety days of one part of an account as a strip of cells, in three rows of thirty where there is little room.
public record UptimeStrip(Uptime uptime) {
    private static final int CELLS = 30;

    /// Of thirty days each, oldest first.
    public List<List<UptimeCell>> thirds() {
        List<Day> days = uptime.days();
        return IntStream.range(0, (days.size() + CELLS - 1) / CELLS)
                .mapToObj(third -> days.subList(third * CELLS, Math.min(days.size(), (third + 1) * CELLS)))
                .map(UptimeStrip::cells)
                .toList();
    }

    private static List<UptimeCell> cells(List<Day> days) {
        return IntStream.range(0, days.size())
                .mapToObj(place -> UptimeCell.of(place, days.get(place)))
                .toList();
    }

    public String percent() {
        BigDecimal percent = uptime.percent();
        return percent == null ? "not known yet" : percent.stripTrailingZeros().toPlainString() + " %";
    }

    public List<Day> troubles() {
        return uptime.troubles();
    }

    /// Such as `2 days with trouble`.
    public String troubled() {
        return switch (troubles().size()) {
            case 0 -> "no day with trouble";
            case 1 -> "1 day with trouble";
            default -> troubles().size() + " days with trouble";
        };
    }

    /// All that the strip shows, for whoever cannot see it.
    public String inWords() {
        String which =
                troubles().stream().map(day -> HistoryWords.label(day.date())).collect(joining(", "));
        return Words.label(uptime.resource()) + ": " + percent() + ", " + troubled()
                + (which.isEmpty() ? "" : ": " + which);
    }
}
