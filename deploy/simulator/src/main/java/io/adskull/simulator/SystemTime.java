package io.adskull.simulator;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The clock everything here reads, so that a test can move it.
final class SystemTime {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
