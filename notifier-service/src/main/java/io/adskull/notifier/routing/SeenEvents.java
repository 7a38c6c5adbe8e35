package io.adskull.notifier.routing;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.notifier.PlainSql;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final PlainSql sql;
    private final Clock clock;

    SeenEvents(PlainSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Remembers these events in the caller's transaction.
    ///
    /// @return those that nobody treated before
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> remember(Collection<String> eventIds) {
        // In one order everywhere, so that two replicas that hear the same events cannot lock each other out.
        String[] ids = eventIds.stream().distinct().sorted().toArray(String[]::new);
        return new HashSet<>(sql.rows(String.class, """
                insert into seen_event (id, seen_at)
                select id, ? from unnest(?) as id order by id
                on conflict do nothing
                returning id
                """, clock.instant(), ids));
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void forget() {
        sql.update("delete from seen_event where seen_at < ?", clock.instant().minus(MEMORY));
    }
}
