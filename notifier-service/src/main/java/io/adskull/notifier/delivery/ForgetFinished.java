package io.adskull.notifier.delivery;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Deletes what is long over, so that the outbox stays small.
@ApplicationScoped
class ForgetFinished {
    private final EntityManager entities;
    private final DeliveryConfig config;
    private final Clock clock;

    ForgetFinished(EntityManager entities, DeliveryConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void forget() {
        Instant before = clock.instant().minus(config.keep());
        entities.createNativeQuery("""
                        delete from delivery
                         where finished_at < :before and (announced or state = 'CANCELLED')
                           and incident in (select id from incident where not open)
                           and not exists (select 1 from incident i where i.lead = delivery.incident and i.open)
                        """).setParameter("before", before).executeUpdate();
        entities.createNativeQuery("""
                        delete from incident i
                         where not open and changed_at < :before
                           and not exists (select 1 from delivery d where d.incident = i.id)
                        """).setParameter("before", before).executeUpdate();
    }
}
