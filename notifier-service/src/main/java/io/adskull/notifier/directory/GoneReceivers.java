package io.adskull.notifier.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Destinations whose receivers refused for good, until they take a message again.
@ApplicationScoped
public class GoneReceivers {
    /// Who promised to tell of one and died is followed by another after this long.
    private static final Duration PROMISE = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final Clock clock;

    GoneReceivers(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// @param destination the outbox's name
    /// @param why the receiver's words
    record Gone(String destination, String why, Instant since) {}

    @Transactional
    public List<String> all() {
        return entities.createNativeQuery("select destination from gone_receiver", String.class)
                .getResultList();
    }

    @Transactional
    public void worksAgain(String destination) {
        entities.createNativeQuery("delete from gone_receiver where destination = :destination")
                .setParameter("destination", destination)
                .executeUpdate();
    }

    /// Known once, however many messages it refuses.
    @Transactional(Transactional.TxType.MANDATORY)
    void remember(String destination, String why) {
        entities.createNativeQuery("""
                        insert into gone_receiver (destination, why, since, tell_at)
                        values (:destination, :why, :now, :now) on conflict do nothing
                        """)
                .setParameter("destination", destination)
                .setParameter("why", why)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /// Those that nobody was told of, promised to this process for a minute.
    @Transactional
    List<Gone> untold() {
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery("""
                        update gone_receiver set tell_at = :later
                         where destination in (select destination from gone_receiver where tell_at <= :now
                                                order by tell_at limit 10 for update skip locked)
                        returning destination, why, since
                        """, Object[].class)
                .setParameter("now", now)
                .setParameter("later", now.plus(PROMISE))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Gone((String) row[0], (String) row[1], (Instant) row[2]))
                .toList();
    }

    @Transactional
    void told(Gone gone) {
        entities.createNativeQuery(
                        "update gone_receiver set tell_at = null where destination = :destination and since = :since")
                .setParameter("destination", gone.destination())
                .setParameter("since", gone.since())
                .executeUpdate();
    }
}
