package io.adskull.poller.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Down when a dispatcher has not looked for calls for long: a restart is the only cure then.
@Liveness
@ApplicationScoped
class PollingIsAlive implements HealthCheck {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final PollDueProbes poll;
    private final InstantSource clock;

    PollingIsAlive(PollDueProbes poll, InstantSource clock) {
        this.poll = poll;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant last = poll.lastTurn();
        return HealthCheckResponse.named("polling")
                .status(last.isAfter(clock.instant().minus(LONG)))
                .withData("lookedAt", last.toString())
                .build();
    }
}
