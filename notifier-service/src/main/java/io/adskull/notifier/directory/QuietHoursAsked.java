package io.adskull.notifier.directory;

import io.adskull.notifier.patience.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person wrote about quiet hours; what is null stays as it was. Pure.
///
/// @param from such as `22:00`; empty text for none, as in `to`
record QuietHoursAsked(
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean criticalBreaks) {

    /// @param known until now
    /// @param zone whose clocks count
    /// @throws BadRequest when they are none
    Optional<QuietHours> over(Optional<QuietHours> known, Optional<ZoneId> zone) {
        if (known.isEmpty() && from == null && to == null && criticalBreaks == null) {
            return known;
        }
        if ("".equals(from) && "".equals(to)) {
            return Optional.empty();
        }
        LocalTime begin = Optional.ofNullable(from)
                .map(text -> time("quietFrom", text))
                .or(() -> known.map(QuietHours::from))
                .orElseThrow(() -> missing("quietFrom", "when it becomes quiet, such as 22:00"));
        LocalTime end = Optional.ofNullable(to)
                .map(text -> time("quietTo", text))
                .or(() -> known.map(QuietHours::to))
                .orElseThrow(() -> missing("quietTo", "when it is over, such as 07:00"));
        if (begin.equals(end)) {
            throw new BadRequest("quietFrom and quietTo are the same. Give both as \"\" for no quiet hours.");
        }
        return Optional.of(new QuietHours(
                zone.orElseThrow(() -> missing("zone", "whose clocks count, such as Europe/Berlin")),
                begin,
                end,
                Optional.ofNullable(criticalBreaks)
                        .or(() -> known.map(QuietHours::criticalBreaks))
                        .orElse(true)));
    }

    /// @throws BadRequest when it is none
    static ZoneId place(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new BadRequest(
                    "zone is none of IANA's time zones. Write one such as Europe/Berlin or" + " America/New_York.");
        }
        return ZoneId.of(text);
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest(field + " is no time of a day. Write hours and minutes, such as 22:00.");
        }
    }

    static BadRequest missing(String field, String what) {
        return new BadRequest(field + " is missing: " + what + ".");
    }
}
