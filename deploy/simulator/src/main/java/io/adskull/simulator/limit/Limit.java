package io.adskull.simulator.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One limit of a platform in force, for everybody it counts. Safe for use by several threads.
public final class Limit {
    /// What somebody has left after a call.
    ///
    /// @param used calls that count now, this one among them
    /// @param calls that fit into a window; empty means any number
    /// @param resetsIn until there is room again, or, where there is, until the oldest call is forgotten
    public record Use(int used, OptionalInt calls, boolean over, Duration resetsIn) {
        /// How many more calls would be answered.
        public int remaining() {
            return Math.max(0, calls.orElse(Integer.MAX_VALUE) - used);
        }

        /// At most 100; 0 without a limit.
        public double percent() {
            return calls.isEmpty() ? 0 : over || calls.getAsInt() == 0 ? 100 : 100.0 * used / calls.getAsInt();
        }
    }

    /// One line of `GET /simulator/limits`.
    ///
    /// @param limit null means off
    /// @param window ISO-8601
    /// @param calls since the start, of everybody, refused ones too
    /// @param mostUsed calls that count now of whoever has the most; a limit of this number refuses their
    ///     next one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Count(@Nullable Integer limit, String window, long calls, int mostUsed, long refusals) {}

    /// Above this the windows of those who have not called for long are forgotten.
    private static final int MANY = 10_000;

    private final LimitKind kind;
    private final OptionalInt configured;
    private final Clock clock;
    private final Map<String, CallWindow> windows = new HashMap<>();
    private final Map<String, Instant> pausedUntil = new HashMap<>();
    private OptionalInt limit;
    private long calls;
    private long refusals;
    private int sweepAt = MANY;

    Limit(LimitKind kind, OptionalInt configured, Clock clock) {
        this.kind = kind;
        this.configured = configured;
        this.limit = configured;
        this.clock = clock;
    }

    String name() {
        return kind.name();
    }

    /// Counts a call, be it too many or not.
    ///
    /// @param whose the app, account or person that this limit is about
    public Use count(String whose) {
        return use(whose, true);
    }

    /// Counts a call unless it is too many, so that whoever waits as told is answered.
    public Use take(String whose) {
        return use(whose, false);
    }

    private synchronized Use use(String whose, boolean refusedOnesToo) {
        Instant now = clock.instant();
        calls++;
        CallWindow window = window(whose, now);
        int used = window.used(now) + 1;
        boolean tooMany = limit.isPresent() && used > limit.getAsInt();
        if (!tooMany || refusedOnesToo) {
            window.add(now);
        }
        Instant paused = pausedUntil.getOrDefault(whose, Instant.MIN);
        boolean inPause = now.isBefore(paused);
        if (tooMany && !inPause && kind.pause() != null) {
            paused = now.plus(kind.pause());
            pausedUntil.put(whose, paused);
            inPause = true;
        } else if (!inPause) {
            pausedUntil.remove(whose);
        }
        Duration resetsIn = inPause
                ? Duration.between(now, paused)
                : window.untilGone(Math.max(1, window.used(now) + 1 - limit.orElse(Integer.MAX_VALUE)), now);
        return new Use(used, limit, tooMany || inPause, resetsIn);
    }

    /// For the count: a call was refused, and this limit is the reason that was told.
    public synchronized void refused() {
        refusals++;
    }

    /// From now on this many calls fit into a window, whatever was used of it.
    synchronized void set(int calls) {
        limit = OptionalInt.of(calls);
    }

    /// The configured limit holds again, and nobody is paused. What was counted stays.
    synchronized void reset() {
        limit = configured;
        pausedUntil.clear();
    }

    synchronized Count counted() {
        Instant now = clock.instant();
        int most = windows.values().stream()
                .mapToInt(window -> window.used(now))
                .max()
                .orElse(0);
        return new Count(
                limit.isPresent() ? limit.getAsInt() : null, kind.window().toString(), calls, most, refusals);
    }

    /// Of how many the calls are remembered.
    synchronized int kept() {
        return windows.size();
    }

    private CallWindow window(String whose, Instant now) {
        if (windows.size() >= sweepAt) {
            windows.values().removeIf(window -> window.used(now) == 0);
            sweepAt = Math.max(MANY, 2 * windows.size());
        }
        return windows.computeIfAbsent(whose, unknown -> kind.open());
    }
}
