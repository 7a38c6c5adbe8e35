package io.adskull.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells a waiting person what happens: a line for each thing that is ready and, on a terminal, a last line that
/// says what is being waited for. Thread-safe.
final class Progress implements AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int REDRAW_MILLIS = 250;

    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private final Map<String, Instant> underway = new LinkedHashMap<>();
    private final ScheduledExecutorService redraw = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    Progress(PrintStream out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        if (terminal) {
            var unused = redraw.scheduleAtFixedRate(this::draw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void begins(String name) {
        underway.put(name, clock.instant());
    }

    synchronized void ends(String name) {
        Instant beganAt = underway.remove(name);
        String took = seconds(Duration.between(beganAt == null ? clock.instant() : beganAt, clock.instant()));
        say("  %s %-20s %s".formatted(terminal ? "\u001b[32m✓\u001b[0m" : "ready", name, took));
    }

    synchronized void say(String line) {
        out.println(terminal ? CLEAR_LINE + line : line);
    }

    private synchronized void draw() {
        if (!underway.isEmpty()) {
            Instant oldest = underway.values().iterator().next();
            out.print(CLEAR_LINE + "  … " + String.join(", ", underway.keySet()) + " "
                    + seconds(Duration.between(oldest, clock.instant())));
            out.flush();
        }
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    @Override
    public synchronized void close() {
        redraw.shutdownNow();
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
