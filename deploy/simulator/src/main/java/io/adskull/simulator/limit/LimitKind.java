package io.adskull.simulator.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One limit of a platform, as its `limits.yaml` describes it.
///
/// @param name whose calls are counted and for how long, such as `app-day`
/// @param window a second to a day
/// @param sliding whether the last `window` counts at every moment; otherwise one window follows the other,
///     counted from midnight UTC
/// @param calls that fit into a window; null means any number
/// @param pause for which everything is refused after one call too many; null means until the window has
///     room
public record LimitKind(
        String name,
        Duration window,
        boolean sliding,
        @Nullable Integer calls,
        @Nullable Duration pause) {
    CallWindow open() {
        return sliding ? new SlidingWindow(window) : new FixedWindow(window);
    }
}
