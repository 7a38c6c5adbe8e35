package io.adskull.token.refresh;

import io.adskull.contract.account.Platform;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The gauge to alert on: how long, per platform, until the first living token ends. Negative: one is already
/// dead and was not renewed.
@ApplicationScoped
class TokenLife {
    private final EntityManager entities;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Platform, Instant> firstEnd = new ConcurrentHashMap<>();

    TokenLife(EntityManager entities, MeterRegistry meters, Clock clock) {
        this.entities = entities;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(
            identity = "measure-token-life",
            every = "PT15S",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void measure() {
        List<Object[]> ends = entities.createQuery("""
                        select c.platform, min(c.expiresAt) from Connection c
                        where c.expiresAt is not null and c.state = CONNECTED group by c.platform
                        """, Object[].class).getResultList();
        Map<Platform, Instant> now = new ConcurrentHashMap<>();
        ends.forEach(row -> now.put(Platform.of((String) row[0]), (Instant) row[1]));
        firstEnd.keySet().retainAll(now.keySet());
        firstEnd.putAll(now);
        now.keySet().forEach(this::register);
    }

    private void register(Platform platform) {
        Gauge.builder("adskull_token_seconds_to_expiry", this, life -> life.secondsLeft(platform))
                .description("Until the first living access token of the platform ends; NaN when there is none")
                .tag("platform", platform.id())
                .register(meters);
    }

    private double secondsLeft(Platform platform) {
        Instant end = firstEnd.get(platform);
        return end == null ? Double.NaN : Duration.between(clock.instant(), end).toMillis() / 1000.0;
    }
}
