package io.adskull.simulator.limit;

import java.time.Duration;
import java.time.Instant;

/// Windows that follow each other; with each all calls are forgotten at once.
final class FixedWindow implements CallWindow {
    private final long length;
    private long period = Long.MIN_VALUE;
    private int calls;

    FixedWindow(Duration length) {
        this.length = length.toMillis();
    }

    @Override
    public int used(Instant now) {
        return period == periodOf(now) ? calls : 0;
    }

    @Override
    public void add(Instant now) {
        calls = used(now) + 1;
        period = periodOf(now);
    }

    @Override
    public Duration untilGone(int calls, Instant now) {
        return Duration.ofMillis((periodOf(now) + 1) * length - now.toEpochMilli());
    }

    private long periodOf(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), length);
    }
}
