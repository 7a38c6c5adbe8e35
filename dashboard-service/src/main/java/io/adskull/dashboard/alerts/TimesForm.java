package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a destination is left in peace and when it gets a summary, as a person types it.
///
/// @param zone such as `Europe/Berlin`
/// @param quietFrom such as `22:00`; empty for none, as `quietTo`
/// @param digest `none`, `daily` or `weekly`
public record TimesForm(String zone, String quietFrom, String quietTo, boolean criticalBreaks, String digest) {
    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static TimesForm none() {
        return new TimesForm("", "", "", true, "none");
    }

    static TimesForm of(Destination known) {
        return new TimesForm(
                Objects.requireNonNullElse(known.zone(), ""),
                clock(known.quietFrom()),
                clock(known.quietTo()),
                !Boolean.FALSE.equals(known.criticalBreaksQuiet()),
                Objects.requireNonNullElse(known.digest(), "none"));
    }

    static TimesForm typed(Sent sent) {
        return new TimesForm(
                sent.text("zone"),
                sent.text("quietFrom"),
                sent.text("quietTo"),
                sent.ticked("criticalBreaks"),
                sent.text("digest"));
    }

    /// In plain words; empty where there is nothing to say.
    List<String> said() {
        List<String> said = new ArrayList<>();
        if (!quietFrom.isEmpty()) {
            said.add("Quiet from " + quietFrom + " to " + quietTo + " (" + zone + ")"
                    + (criticalBreaks ? ", but for what is critical" : ", also for what is critical"));
        }
        if (digest.equals("daily")) {
            said.add("Summary every morning");
        }
        if (digest.equals("weekly")) {
            said.add("Summary on Mondays");
        }
        return said;
    }

    public boolean empty() {
        return equals(none());
    }

    public List<Choice> digests() {
        return Stream.of(
                        new Choice("none", "None", digest.equals("none")),
                        new Choice("daily", "Every morning", digest.equals("daily")),
                        new Choice("weekly", "On Mondays", digest.equals("weekly")))
                .toList();
    }

    /// Zones that are named after a city; older names of countries are understood and not offered.
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> REGIONS.contains(id.substring(0, Math.max(0, id.indexOf('/')))))
                .sorted()
                .toList();
    }

    private static String clock(@Nullable LocalTime time) {
        return time == null ? "" : CLOCK.format(time);
    }
}
