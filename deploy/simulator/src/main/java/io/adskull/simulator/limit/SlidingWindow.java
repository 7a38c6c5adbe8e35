package io.adskull.simulator.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/// The last hour, day or the like at every moment. Calls are kept by slices of the window, so that a day of
/// many calls takes no more memory than one of few; a call counts until its slice has left.
final class SlidingWindow implements CallWindow {
    private static final int SLICES = 1440;

    private static final class Slice {
        private final long number;
        private int calls;

        Slice(long number) {
            this.number = number;
        }
    }

    private final long sliceLength;
    private final ArrayDeque<Slice> oldestFirst = new ArrayDeque<>();
    private int calls;

    SlidingWindow(Duration length) {
        this.sliceLength = Math.max(1, length.toMillis() / SLICES);
    }

    @Override
    public int used(Instant now) {
        long gone = sliceOf(now) - SLICES;
        while (!oldestFirst.isEmpty() && oldestFirst.getFirst().number <= gone) {
            calls -= oldestFirst.removeFirst().calls;
        }
        return calls;
    }

    @Override
    public void add(Instant now) {
        calls = used(now) + 1;
        long number = sliceOf(now);
        if (oldestFirst.isEmpty() || oldestFirst.getLast().number != number) {
            oldestFirst.addLast(new Slice(number));
        }
        oldestFirst.getLast().calls++;
    }

    @Override
    public Duration untilGone(int wanted, Instant now) {
        int left = Math.min(wanted, used(now));
        for (Slice slice : oldestFirst) {
            left -= slice.calls;
            if (left <= 0) {
                return Duration.ofMillis((slice.number + SLICES) * sliceLength - now.toEpochMilli());
            }
        }
        return Duration.ZERO;
    }

    private long sliceOf(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), sliceLength);
    }
}
