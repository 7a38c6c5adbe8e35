package io.adskull.dashboard.web;

import io.adskull.contract.remediation.Actor;
import io.adskull.dashboard.history.Day;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.TimelineEntry;
import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What pages say of how things went.
@TemplateExtension
public final class HistoryWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private HistoryWords() {}

    static String label(TimelineEntry.Kind kind) {
        return switch (kind) {
            case OPENED -> "Failure seen, incident opened";
            case UPDATED -> "Incident updated";
            case RESOLVED -> "Resolved";
            case DELIVERED -> "Message delivered";
            case GAVE_UP -> "Message could not be delivered";
            case RENEWED -> "AdSkull renewed the access by itself";
            case RENEWAL_FAILED -> "AdSkull could not renew the access";
            case ACCESS_LOST -> "The platform renews the access no more";
            case RECONNECTED -> "Somebody connected it again";
        };
    }

    /// Such as `3 h 12 min`; the two largest units that count.
    static String words(Duration length) {
        if (length.toDays() > 0) {
            return two(days(length.toDays()), length.toHoursPart(), " h");
        }
        if (length.toHours() > 0) {
            return two(length.toHours() + " h", length.toMinutesPart(), " min");
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + " min";
        }
        return length.toSeconds() > 0 ? length.toSeconds() + " s" : "less than a second";
    }

    private static String two(String larger, int smaller, String unit) {
        return smaller == 0 ? larger : larger + " " + smaller + unit;
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : number + " days";
    }

    /// How long it lasted; empty while it goes on.
    static Optional<String> lasted(IncidentView incident) {
        return Optional.ofNullable(incident.resolvedAt()).map(end -> between(incident.openedAt(), end));
    }

    private static String between(Instant start, Instant end) {
        return words(end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO);
    }

    /// Whom the text to forward is for.
    static String forwardTo(Actor actor) {
        return switch (actor) {
            case BUSINESS_ADMIN -> "for your admin";
            case BILLING_OWNER -> "for whoever pays";
            case ACCOUNT_USER -> "for whoever connected it";
            case DEVELOPER -> "for the developers";
            case PLATFORM, AUTOMATIC -> "to forward";
        };
    }

    /// Names an element after an address; htmx looks for it as `#name`, so that only plain characters will do.
    static String asId(String address) {
        return address.replaceAll("[^A-Za-z0-9-]", "_");
    }

    static String label(LocalDate date) {
        return DAY.format(date);
    }

    /// Such as `2 Nov: denied for 3 h 10 min, degraded for 5 min`.
    static String words(Day day) {
        return label(day.date()) + ": " + state(day);
    }

    private static String state(Day day) {
        return switch (day.kind()) {
            case UNKNOWN -> "not connected yet";
            case WORKING -> "worked all the time";
            case PARTLY -> troubles(day);
            case DOWN -> troubles(day) + ", never worked";
        };
    }

    private static String troubles(Day day) {
        List<String> troubles = new ArrayList<>();
        if (!day.denied().isZero()) {
            troubles.add("denied for " + words(day.denied()));
        }
        if (!day.degraded().isZero()) {
            troubles.add("degraded for " + words(day.degraded()));
        }
        return String.join(", ", troubles);
    }
}
