package io.adskull.notifier.patience;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// How often somebody wants a summary: at eight in the morning, by the clocks of the place. Pure.
public enum DigestRhythm {
    @JsonProperty("none")
    NONE,
    @JsonProperty("daily")
    DAILY,
    /// On Mondays.
    @JsonProperty("weekly")
    WEEKLY;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int WEEK = 7;

    /// The first time after this one.
    public Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        return Stream.iterate(day, date -> date.plusDays(1))
                .limit(WEEK + 1)
                .filter(this::isOn)
                .map(date -> date.atTime(MORNING).atZone(zone).toInstant())
                .filter(time -> time.isAfter(after))
                .findFirst();
    }

    private boolean isOn(LocalDate day) {
        return switch (this) {
            case NONE -> false;
            case DAILY -> true;
            case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
        };
    }
}
