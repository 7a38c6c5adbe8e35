package io.adskull.simulator;

import io.adskull.simulator.limit.Limits;
import io.adskull.simulator.limit.PlatformLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/// Stands still until a test says so.
public class StoppedClock extends Clock {
    private Instant now;

    public StoppedClock(String now) {
        this.now = Instant.parse(now);
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    /// The limits of a platform's own description, with some set by the test.
    public PlatformLimits limits(String platform, Map<String, Integer> set) {
        return new Limits(this, () -> Map.of(platform, () -> set)).of(platform);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
