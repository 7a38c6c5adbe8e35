package io.adskull.notifier.routing;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Remembers which events were treated, for longer than Kafka can repeat them.
@ApplicationScoped
class SeenEvents {
    private static final Duration MEMORY = Duration.ofDays(40);

    private final EntityManager entities;
    private final Clock clock;

    SeenEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Remembers these events in the caller's transaction.
    ///
    /// @return those that nobody treated before
    @Transactional(Transactional.TxType.MANDATORY)
    @SuppressWarnings("unchecked")
    Set<String> remember(Collection<String> eventIds) {
        // In one order everywhere, so that two replicas that hear the same events cannot lock each other out.
        String[] ids = eventIds.stream().distinct().sorted().toArray(String[]::new);
        return new HashSet<String>(entities.createNativeQuery("""
                        insert into seen_event (id, seen_at)
                        select id, :now from unnest(cast(:ids as text[])) as id order by id
                        on conflict do nothing
                        returning id
                        """, String.class)
                .setParameter("now", clock.instant())
                .setParameter("ids", ids)
                .getResultList());
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void forget() {
        entities.createNativeQuery("delete from seen_event where seen_at < :before")
                .setParameter("before", clock.instant().minus(MEMORY))
                .executeUpdate();
    }
}
