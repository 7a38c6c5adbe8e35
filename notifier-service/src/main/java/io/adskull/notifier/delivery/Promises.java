package io.adskull.notifier.delivery;

import io.adskull.notifier.PlainSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Which messages of the outbox are promised to which process. Each method is one transaction; what it returns is
/// already committed.
@ApplicationScoped
class Promises {
    /// Takes of each destination as much as there is room for, those due first in front, and nothing whose
    /// predecessor to the same destination is not finished, but for one that is held back. What waits beyond that
    /// is not read.
    private static final String CLAIM = """
            update delivery
               set state = 'SENDING', attempts = attempts + 1, attempted_at = at.now,
                   first_attempt_at = coalesce(first_attempt_at, at.now), lease_owner = ?, lease_until = ?
              from (select cast(? as timestamptz) as now) at
             where id = any (array(
               select due.id
                 from unnest(?, ?) as look (destination, room),
                      lateral (
                        select d.id
                          from delivery d
                         where d.destination = look.destination and d.state = 'PENDING' and d.due_at <= ?
                           and not exists (
                             select 1 from delivery e
                              where e.incident = d.incident and e.destination = d.destination
                                and e.position < d.position and e.state in ('PENDING', 'SENDING')
                                and not (e.held and e.attempts = 0 and e.due_at > ?))
                         order by d.due_at, d.position
                         limit look.room
                           for update skip locked) due
                limit ?))
            returning id
            """;

    /// From one destination to the next, however much waits for each.
    private static final String WAITING = """
            with recursive waiting (destination) as (
              (select destination from delivery where state = 'PENDING' order by destination limit 1)
              union all
              select (select d.destination from delivery d
                       where d.state = 'PENDING' and d.destination > w.destination
                       order by d.destination limit 1)
                from waiting w where w.destination is not null)
            select w.destination from waiting w
             where (select true from delivery d
                     where d.state = 'PENDING' and d.destination = w.destination and d.due_at <= ?
                     order by d.due_at limit 1)
            """;

    private static final String GIVE_BACK = """
            update delivery d
               set state = 'PENDING', attempts = attempts - 1, lease_owner = null, lease_until = null
              from unnest(?, ?) as unsent (id, attempt)
             where d.id = unsent.id and d.state = 'SENDING' and d.attempts = unsent.attempt and d.lease_owner = ?
            """;

    private final EntityManager entities;
    private final PlainSql sql;
    private final LoadTogether together;
    private final DeliveryConfig config;
    private final Clock clock;

    Promises(EntityManager entities, PlainSql sql, LoadTogether together, DeliveryConfig config, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.together = together;
        this.config = config;
        this.clock = clock;
    }

    /// Destinations that something is due to.
    @Transactional
    List<String> waiting() {
        return sql.rows(String.class, WAITING, clock.instant());
    }

    /// Promises to this process what is due, those due first in front.
    @Transactional
    List<Claimed> claim(Lanes.Look look) {
        Instant now = clock.instant();
        List<String> destinations = List.copyOf(look.rooms().keySet());
        List<UUID> ids = sql.rows(
                UUID.class,
                CLAIM,
                config.owner(),
                now.plus(config.lease()),
                now,
                destinations.toArray(String[]::new),
                destinations.stream().map(look.rooms()::get).toArray(Integer[]::new),
                now,
                now,
                look.most());
        return ids.isEmpty()
                ? List.of()
                : together.claimed(
                        entities.createQuery("from Delivery where id in :ids order by dueAt, createdAt", Delivery.class)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    /// Takes back a promise: these messages were not sent, and whoever has room next may have them.
    @Transactional
    void giveBack(List<Claimed> unsent) {
        if (!unsent.isEmpty()) {
            sql.update(
                    GIVE_BACK,
                    unsent.stream().map(Claimed::id).toArray(UUID[]::new),
                    unsent.stream().map(Claimed::attempt).toArray(Integer[]::new),
                    config.owner());
        }
    }

    /// A destination answers again: what waited for its next attempt there need not wait any longer.
    @Transactional
    void hurry(String destination) {
        Instant now = clock.instant();
        sql.update("""
                update delivery set due_at = ?
                 where destination = ? and state = 'PENDING' and attempts > 0 and due_at > ?
                   and wanted_at is null
                """, now, destination, now);
    }

    /// Makes what a dead process was sending due again: leases that ended, and at start this process' own.
    @Transactional
    int takeBack(boolean own) {
        Instant now = clock.instant();
        return sql.update(
                "update delivery set state = 'PENDING', due_at = ?, lease_owner = null, lease_until = null"
                        + " where state = 'SENDING' and " + (own ? "lease_owner = ?" : "lease_until < ?"),
                now,
                own ? config.owner() : now);
    }
}
