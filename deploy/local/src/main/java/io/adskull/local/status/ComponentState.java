package io.adskull.local.status;

import io.adskull.local.component.Component;
import io.adskull.local.process.RunFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

public enum ComponentState {
    HEALTHY,
    /// Runs, does not do its work yet, and is young.
    STARTING,
    /// Runs and does not do its work.
    UNHEALTHY,
    STOPPED;

    private static final Duration YOUTH = Duration.ofSeconds(60);

    static ComponentState of(Component component, RunFolder run, Instant now) {
        Optional<ProcessHandle> process = run.running(component.name());
        if (process.isEmpty()) {
            return STOPPED;
        }
        if (component.readiness().ready()) {
            return HEALTHY;
        }
        Instant startedAt = process.get().info().startInstant().orElse(Instant.EPOCH);
        return startedAt.plus(YOUTH).isAfter(now) ? STARTING : UNHEALTHY;
    }

    /// As the JSON and the table show it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
