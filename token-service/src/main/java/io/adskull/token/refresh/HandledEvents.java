package io.adskull.token.refresh;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Remembers the events that were acted upon for as long as Kafka could repeat them.
@ApplicationScoped
class HandledEvents {
    /// Longer than the retention of any topic.
    private static final Duration MEMORY = Duration.ofDays(31);

    private final EntityManager entities;
    private final Clock clock;

    HandledEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Whether this is the first time; remembered with the caller's transaction.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean first(String eventId) {
        return entities.createNativeQuery(
                                "insert into handled_event (event_id, handled_at) values (:id, :now) on conflict do nothing")
                        .setParameter("id", eventId)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }

    @Scheduled(identity = "forget-handled-events", every = "PT6H", delayed = "PT10M")
    @Transactional
    void forgetOld() {
        Instant before = clock.instant().minus(MEMORY);
        entities.createNativeQuery("delete from handled_event where handled_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
