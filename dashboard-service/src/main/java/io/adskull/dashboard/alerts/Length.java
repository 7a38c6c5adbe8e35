package io.adskull.dashboard.alerts;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A length of time that people choose, such as `PT1H`: "1 hour".
record Length(String iso) {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    /// @param chosen is offered as well, also where it is none of these
    static List<Choice> choices(List<String> offered, String chosen) {
        return Stream.concat(offered.stream(), Stream.of(chosen))
                .filter(iso -> !iso.isEmpty())
                .distinct()
                .map(iso -> new Choice(iso, new Length(iso).words(), iso.equals(chosen)))
                .toList();
    }

    /// In whole days, hours or minutes; as it is written where it is no length of time.
    String words() {
        try {
            long minutes = Duration.parse(iso).toMinutes();
            return minutes % DAY == 0
                    ? count(minutes / DAY, "day")
                    : minutes % HOUR == 0 ? count(minutes / HOUR, "hour") : count(minutes, "minute");
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String count(long many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}
