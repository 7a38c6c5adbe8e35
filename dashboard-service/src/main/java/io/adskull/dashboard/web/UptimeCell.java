package io.adskull.dashboard.web;

import io.adskull.dashboard.history.Day;
import java.time.Duration;

/// One day in a strip: how much of the cell is filled says how much of the day went wrong, so that a colour never
/// says it alone. Lengths are those of the drawing.
///
/// @param denied height from the bottom
/// @param degraded height above that
public record UptimeCell(int x, Day day, int denied, int degraded) {
    static final int PITCH = 10;
    static final int HEIGHT = 28;
    /// A few seconds can still be seen.
    private static final int LEAST = 6;

    static UptimeCell of(int place, Day day) {
        int denied = height(day.denied(), day);
        int degraded = Math.min(height(day.degraded(), day), HEIGHT - denied);
        return new UptimeCell(place * PITCH, day, denied, degraded);
    }

    private static int height(Duration trouble, Day day) {
        if (trouble.isZero()) {
            return 0;
        }
        if (day.kind() == Day.Kind.DOWN && trouble.equals(day.watched())) {
            return HEIGHT;
        }
        long share = HEIGHT * trouble.toMillis() / Math.max(1, day.watched().toMillis());
        return (int) Math.clamp(share, LEAST, HEIGHT - LEAST);
    }

    public String word() {
        return day.kind().word();
    }

    public String title() {
        return HistoryWords.words(day);
    }

    public int deniedFrom() {
        return HEIGHT - denied;
    }

    public int degradedFrom() {
        return HEIGHT - denied - degraded;
    }
}
