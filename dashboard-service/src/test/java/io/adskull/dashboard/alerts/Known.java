package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Destinations as notifier-service lists them.
final class Known {
    private Known() {}

    static Destination destination(String name) {
        return of(name, null, null, null, List.of());
    }

    /// Quiet from 22 to 7 o'clock in Berlin, with a summary every morning.
    static Destination withHabits(String name, UUID next) {
        return of(name, "Europe/Berlin", LocalTime.of(22, 0), LocalTime.of(7, 0), List.of(next));
    }

    private static Destination of(
            String name, @Nullable String zone, @Nullable LocalTime from, @Nullable LocalTime to, List<UUID> next) {
        return new Destination(
                UUID.randomUUID(),
                name,
                "email",
                "somebody@northwind.example",
                false,
                null,
                zone,
                from,
                to,
                from == null ? null : true,
                next,
                next.isEmpty() ? null : "PT2H",
                zone == null ? "none" : "daily",
                null,
                null,
                null);
    }
}
