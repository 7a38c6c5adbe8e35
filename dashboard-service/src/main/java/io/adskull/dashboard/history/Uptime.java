package io.adskull.dashboard.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.adskull.contract.account.Resource;
import io.adskull.dashboard.overview.Outage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one part of an account did in the last 90 days, as UTC days, oldest first; pure. Time in which it was denied or
/// degraded counts against it, and where outages overlap it counts once, as the newest of them says.
public record Uptime(Resource resource, List<Day> days) {
    static final int DAYS = 90;

    /// @param watchedSince when somebody began to look at the account
    static Uptime of(Resource resource, List<Outage> outages, Instant watchedSince, Instant now) {
        Instant begin = begin(now);
        Instant watched = watchedSince.isAfter(begin) ? watchedSince : begin;
        OutageSweep sweep = new OutageSweep(
                outages.stream().filter(outage -> outage.concerns(resource)).toList());
        List<Day> days = new ArrayList<>();
        for (LocalDate date = date(begin); days.size() < DAYS; date = date.plusDays(1)) {
            Instant from = later(start(date), watched);
            Instant to = earlier(start(date.plusDays(1)), now);
            days.add(
                    from.isBefore(to)
                            ? sweep.day(date, from, to)
                            : new Day(date, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        }
        return new Uptime(resource, List.copyOf(days));
    }

    /// When the first of the days begins.
    static Instant begin(Instant now) {
        return start(date(now).minusDays(DAYS - 1));
    }

    /// Of the time in which somebody looked, rounded down, so that 100 says that nothing failed; null when nobody did.
    @JsonProperty
    public @Nullable BigDecimal percent() {
        Duration watched = days.stream().map(Day::watched).reduce(Duration.ZERO, Duration::plus);
        if (watched.isZero()) {
            return null;
        }
        Duration down = days.stream().map(Day::down).reduce(Duration.ZERO, Duration::plus);
        return BigDecimal.valueOf(watched.minus(down).toMillis())
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(Math.max(1, watched.toMillis())), 1, RoundingMode.DOWN);
    }

    /// Days on which it did not work all the time, newest first.
    public List<Day> troubles() {
        return days.reversed().stream().filter(Day::troubled).toList();
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
