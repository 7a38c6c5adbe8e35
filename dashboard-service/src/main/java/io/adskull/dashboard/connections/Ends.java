package io.adskull.dashboard.connections;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// When which access ends, of the next 90 days: a strip and the list that says the same in words. Pure.
///
/// @param all soonest first
public record Ends(List<End> all, List<Tick> ticks, List<Bar> bars) {
    private static final int DAYS = 90;
    /// A token that lives shorter is renewed by machines all the time; its end means nothing to a person.
    private static final Duration SHORT_LIVED = Duration.ofDays(2);

    private static final int LISTED = 12;
    private static final double NEAR_TODAY = 10;
    private static final double NEAR_THE_END = 95;
    private static final int STRIP_HEIGHT = 44;
    private static final int HIGHEST = 40;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /// One access that ends.
    ///
    /// @param over whether it has ended
    /// @param byPerson whether only a person's new consent helps; else a machine renews it where the platform lets
    // it
    public record End(ConnectionDetail connection, Instant at, boolean over, boolean byPerson) {
        public String day() {
            return DAY.format(at);
        }
    }

    /// @param x from the left, such as `33.33%`
    public record Tick(String x, String label) {}

    /// What ends on one day.
    public record Bar(String x, int y, int height, boolean byPerson, String what) {}

    static Ends of(List<ConnectionDetail> connections, Instant now) {
        List<End> ends = connections.stream()
                .flatMap(connection -> end(connection, now).stream())
                .sorted(Comparator.comparing(End::at))
                .toList();
        return new Ends(ends, ticks(now), bars(ends, now));
    }

    public List<End> listed() {
        return all.subList(0, Math.min(LISTED, all.size()));
    }

    public int hidden() {
        return all.size() - listed().size();
    }

    private static Optional<End> end(ConnectionDetail connection, Instant now) {
        if (connection.standing() == Standing.DISCONNECTED) {
            return Optional.empty();
        }
        if (connection.standing() == Standing.LOST && connection.lastChangeAt() != null) {
            return Optional.of(new End(connection, connection.lastChangeAt(), true, true));
        }
        if (connection.consentEndsAt() != null) {
            Instant end = connection.consentEndsAt();
            return within(end, now).map(at -> new End(connection, at, !now.isBefore(at), true));
        }
        return Optional.ofNullable(connection.accessEndsAt())
                .filter(end -> end.isAfter(now.plus(SHORT_LIVED)))
                .flatMap(end -> within(end, now))
                .map(at -> new End(connection, at, false, false));
    }

    private static Optional<Instant> within(Instant end, Instant now) {
        return Optional.of(end).filter(at -> at.isBefore(now.plus(Duration.ofDays(DAYS))));
    }

    private static List<Tick> ticks(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate first = today.withDayOfMonth(1).plusMonths(1);
                first.isBefore(today.plusDays(DAYS));
                first = first.plusMonths(1)) {
            double x = share(now, first.atStartOfDay().toInstant(ZoneOffset.UTC));
            if (x > NEAR_TODAY && x < NEAR_THE_END) {
                ticks.add(new Tick(percent(x), "1 " + MONTH.format(first)));
            }
        }
        return ticks;
    }

    private static List<Bar> bars(List<End> ends, Instant now) {
        Map<Integer, List<End>> byDay = new TreeMap<>();
        for (End end : ends) {
            int day = Math.max(0, (int) Duration.between(now, end.at()).toDays());
            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(end);
        }
        List<Bar> bars = new ArrayList<>();
        byDay.forEach((day, some) -> {
            int height = Math.min(HIGHEST, 10 + 6 * some.size());
            bars.add(new Bar(
                    percent(day * 98.0 / DAYS),
                    STRIP_HEIGHT - height,
                    height,
                    some.stream().anyMatch(End::byPerson),
                    some.size() == 1
                            ? some.getFirst().connection().name() + ", "
                                    + some.getFirst().day()
                            : some.size() + " accesses, " + some.getFirst().day()));
        });
        return bars;
    }

    private static double share(Instant now, Instant at) {
        return 98.0 * Duration.between(now, at).toHours() / (DAYS * 24);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
