package io.adskull.notifier.patience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// When somebody wants to hear nothing, every day, by the clocks of one place. Pure.
///
/// @param from the first quiet minute
/// @param to the first minute that is not quiet any more; one that is not after `from` is of the next day
/// @param criticalBreaks whether what is critical and new is told all the same
public record QuietHours(ZoneId zone, LocalTime from, LocalTime to, boolean criticalBreaks) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours must end before they begin again");
        }
    }

    /// The time itself where it is not quiet, else their end.
    public Instant endAfter(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return Stream.of(day.minusDays(1), day)
                .flatMap(evening -> end(evening, at).stream())
                .findFirst()
                .orElse(at);
    }

    /// The end of those that begin on this day, where the time falls into them.
    private Optional<Instant> end(LocalDate day, Instant at) {
        Instant begin = instant(day.atTime(from), false);
        Instant end = instant((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), true);
        return !at.isBefore(begin) && at.isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    /// A time that the clocks skip is the moment at which they skip it.
    ///
    /// @param last which of the two is meant where the clocks show this time twice
    private Instant instant(LocalDateTime local, boolean last) {
        var change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        var time = local.atZone(zone);
        return (last ? time.withLaterOffsetAtOverlap() : time.withEarlierOffsetAtOverlap()).toInstant();
    }
}
