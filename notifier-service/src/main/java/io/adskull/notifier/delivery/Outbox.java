package io.adskull.notifier.delivery;

import io.adskull.contract.alert.AlertOutcome;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Outcome;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The messages in PostgreSQL. Each method is one transaction; what it returns is already committed.
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<Delivery, UUID> {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    /// Long after its own process would have announced it.
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(30);

    /// Takes of each destination as much as there is room for, those due first in front, and nothing whose
    /// predecessor to the same destination is not finished, but for one that is held back. What waits beyond that
    /// is not read.
    private static final String CLAIM = """
            update delivery
               set state = 'SENDING', attempts = attempts + 1, attempted_at = :now,
                   first_attempt_at = coalesce(first_attempt_at, :now), lease_owner = :owner, lease_until = :until
             where id in (
               select due.id
                 from unnest(cast(:destinations as text[]), cast(:rooms as int[])) as look (destination, room),
                      lateral (
                        select d.id
                          from delivery d
                         where d.destination = look.destination and d.state = 'PENDING' and d.due_at <= :now
                           and not exists (
                             select 1 from delivery e
                              where e.incident = d.incident and e.destination = d.destination
                                and e.position < d.position and e.state in ('PENDING', 'SENDING')
                                and not (e.held and e.attempts = 0 and e.due_at > :now))
                         order by d.due_at, d.position
                         limit look.room
                           for update skip locked) due
                limit :most)
            returning *
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
             where exists (select 1 from delivery d
                            where d.state = 'PENDING' and d.destination = w.destination and d.due_at <= :now)
            """;

    private static final String GIVE_BACK = """
            update delivery d
               set state = 'PENDING', attempts = attempts - 1, lease_owner = null, lease_until = null
              from unnest(cast(:ids as text[]), cast(:attempts as int[])) as unsent (id, attempt)
             where d.id = cast(unsent.id as uuid) and d.state = 'SENDING' and d.lease_owner = :owner
               and d.attempts = unsent.attempt
            """;

    /// Locks in the order in which [#about] does.
    private static final String DELIVERED = """
            with told as (
              select d.id, arrived.subject
                from unnest(cast(:ids as text[]), cast(:attempts as int[]), cast(:subjects as text[]))
                       as arrived (id, attempt, subject)
                join delivery d on d.id = cast(arrived.id as uuid)
               where d.state = 'SENDING' and d.lease_owner = :owner and d.attempts = arrived.attempt
               order by d.id
                 for update of d)
            update delivery d set state = 'DELIVERED', subject = told.subject, finished_at = :now
              from told where d.id = told.id
            returning d.id
            """;

    private static final String ANNOUNCED = """
            update delivery set announced = true
             where id in (select id from delivery where id = any(cast(cast(:ids as text[]) as uuid[]))
                           order by id for update)
            """;

    private final Event<OutboxChanged> changed;
    private final Event<ReceiverGone> receiverGone;
    private final DeliveryConfig config;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final LoadTogether together;
    private final Reminders reminders;
    private final Lanes lanes;
    private final RandomGenerator random = new SecureRandom();

    public Outbox(
            Event<OutboxChanged> changed,
            Event<ReceiverGone> receiverGone,
            DeliveryConfig config,
            LoadTogether together,
            Reminders reminders,
            Lanes lanes,
            Clock clock) {
        this.changed = changed;
        this.receiverGone = receiverGone;
        this.config = config;
        this.together = together;
        this.reminders = reminders;
        this.lanes = lanes;
        this.clock = clock;
        this.schedule = new RetrySchedule(config.firstWait(), config.longestWait(), config.giveUpAfter());
    }

    /// The messages about these incidents, locked until the transaction ends, so that none leaves while it is
    /// decided on.
    public List<Delivery> about(Collection<UUID> incidents) {
        return incidents.isEmpty()
                ? List.of()
                : find("incident in ?1 order by id", incidents)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    public void write(Delivery delivery) {
        persist(delivery);
    }

    /// What a transaction decided, when it has decided everything. The first message about an incident that began in
    /// it is promised with the decision itself where its destination has room, so that it leaves without being
    /// looked for.
    ///
    /// @param decided messages that were written or changed
    /// @param begun incidents that were written
    public void decided(Collection<Delivery> decided, Collection<IncidentRecord> begun) {
        Instant now = clock.instant();
        Map<UUID, List<IncidentRecord>> together = begun.stream().collect(Collectors.groupingBy(IncidentRecord::lead));
        List<Claimed> promised = new ArrayList<>();
        Map<String, Integer> free = new HashMap<>();
        Set<String> waiting = new HashSet<>();
        for (Delivery delivery : decided) {
            String destination = delivery.destination();
            if (!delivery.isDue(now)) {
                continue;
            }
            List<IncidentRecord> about = together.getOrDefault(delivery.incident(), List.of());
            boolean first =
                    delivery.transition() == Transition.OPENED && about.stream().anyMatch(IncidentRecord::leads);
            int left = free.computeIfAbsent(destination, unknown -> lanes.free(destination, now));
            if (first && left > 0) {
                delivery.promise(config.owner(), now.plus(config.lease()), now);
                promised.add(this.together.claimed(delivery, about));
                free.put(destination, left - 1);
            } else {
                waiting.add(destination);
            }
        }
        if (!promised.isEmpty() || !waiting.isEmpty()) {
            changed.fire(new OutboxChanged(promised, waiting));
        }
    }

    /// Destinations that something is due to.
    @Transactional
    @SuppressWarnings("unchecked")
    List<String> waiting() {
        return getEntityManager()
                .createNativeQuery(WAITING, String.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /// Promises to this process what is due, those due first in front.
    @Transactional
    @SuppressWarnings("unchecked")
    List<Claimed> claim(Lanes.Look look) {
        Instant now = clock.instant();
        List<Map.Entry<String, Integer>> rooms = List.copyOf(look.rooms().entrySet());
        List<Delivery> rows = getEntityManager()
                .createNativeQuery(CLAIM, Delivery.class)
                .setParameter("now", now)
                .setParameter("owner", config.owner())
                .setParameter("until", now.plus(config.lease()))
                .setParameter(
                        "destinations", rooms.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .setParameter("rooms", rooms.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .setParameter("most", look.most())
                .getResultList();
        return together.claimed(rows.stream()
                .sorted(Comparator.comparing(Delivery::dueAt).thenComparing(Delivery::createdAt))
                .toList());
    }

    /// Takes back a promise: these messages were not sent, and whoever has room next may have them.
    @Transactional
    void giveBack(List<Claimed> unsent) {
        if (!unsent.isEmpty()) {
            getEntityManager()
                    .createNativeQuery(GIVE_BACK)
                    .setParameter("ids", ids(unsent))
                    .setParameter("attempts", attempts(unsent))
                    .setParameter("owner", config.owner())
                    .executeUpdate();
        }
    }

    /// Puts on record how attempts ended; nothing happens to a message whose lease was lost to another process
    /// meanwhile.
    ///
    /// @return what is to be told of those that are finished
    @Transactional
    List<Announcement> settle(List<Ended> ended) {
        Instant now = clock.instant();
        List<Claimed> arrived = new ArrayList<>();
        List<Announcement> finished = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Ended attempt : ended) {
            Claimed message = attempt.message();
            switch (attempt.outcome()) {
                case Outcome.Delivered delivered -> arrived.add(message);
                case Outcome.Retry retry ->
                    leased(message).ifPresent(row -> {
                        tryAgain(row, retry, now);
                        if (row.state() == Delivery.State.GAVE_UP) {
                            finished.add(row.announcement());
                        }
                    });
                case Outcome.GaveUp gaveUp ->
                    leased(message).ifPresent(row -> {
                        giveUp(row, gaveUp.why(), now);
                        finished.add(row.announcement());
                    });
                case Outcome.Gone gone ->
                    leased(message).ifPresent(row -> {
                        giveUp(row, gone.why(), now);
                        finished.add(row.announcement());
                        refused.put(row.destination(), gone.why());
                    });
            }
        }
        finished.addAll(delivered(arrived, now));
        refused.forEach((destination, why) -> receiverGone.fire(new ReceiverGone(destination, why)));
        return finished;
    }

    @SuppressWarnings("unchecked")
    private List<Announcement> delivered(List<Claimed> arrived, Instant now) {
        if (arrived.isEmpty()) {
            return List.of();
        }
        Set<UUID> mine = new HashSet<UUID>(getEntityManager()
                .createNativeQuery(DELIVERED, UUID.class)
                .setParameter("ids", ids(arrived))
                .setParameter("attempts", attempts(arrived))
                .setParameter(
                        "subjects",
                        arrived.stream()
                                .map(message -> message.message().subject())
                                .toArray(String[]::new))
                .setParameter("owner", config.owner())
                .setParameter("now", now)
                .getResultList());
        arrived.stream().filter(message -> !mine.contains(message.id())).forEach(Outbox::lost);
        List<Claimed> told =
                arrived.stream().filter(message -> mine.contains(message.id())).toList();
        reminders.after(told, now);
        return told.stream()
                .map(message -> new Announcement(
                        message.id(),
                        new AlertOutcome.Delivered(message.message(), now, message.attempt()),
                        message.traceParent()))
                .toList();
    }

    private Optional<Delivery> leased(Claimed claimed) {
        Optional<Delivery> row = findByIdOptional(claimed.id(), LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.leasedBy(config.owner(), claimed.attempt()));
        if (row.isEmpty()) {
            lost(claimed);
        }
        return row;
    }

    private static void lost(Claimed claimed) {
        LOG.warnf("delivery %s was taken over by another process while it was sent", claimed.id());
    }

    private static String[] ids(List<Claimed> messages) {
        return messages.stream().map(message -> message.id().toString()).toArray(String[]::new);
    }

    private static Integer[] attempts(List<Claimed> messages) {
        return messages.stream().map(Claimed::attempt).toArray(Integer[]::new);
    }

    private void tryAgain(Delivery row, Outcome.Retry retry, Instant now) {
        schedule.next(row.attempts(), row.firstAttemptAt(), now, retry.after(), random)
                .ifPresentOrElse(at -> row.again(retry.why(), at), () -> giveUp(row, retry.why(), now));
    }

    /// A destination answers again: what waited for its next attempt there need not wait any longer.
    @Transactional
    void hurry(String destination) {
        Instant now = clock.instant();
        update(
                "dueAt = ?1 where destination = ?2 and state = ?3 and attempts > 0 and dueAt > ?1",
                now,
                destination,
                Delivery.State.PENDING);
    }

    /// Makes what a dead process was sending due again: leases that ended, and at start this process' own.
    @Transactional
    int takeBack(boolean own) {
        Instant now = clock.instant();
        String lost = "state = ?1, dueAt = ?2, leaseOwner = null, leaseUntil = null where state = ?3 and ";
        return own
                ? update(lost + "leaseOwner = ?4", Delivery.State.PENDING, now, Delivery.State.SENDING, config.owner())
                : update(lost + "leaseUntil < ?2", Delivery.State.PENDING, now, Delivery.State.SENDING);
    }

    /// Finished messages that `alerts` does not tell of long after whoever sent them would have.
    @Transactional
    List<Announcement> leftBehind(int most) {
        return find(
                        "not announced and state in ?1 and finishedAt < ?2 order by finishedAt",
                        List.of(Delivery.State.DELIVERED, Delivery.State.GAVE_UP),
                        clock.instant().minus(LEFT_BEHIND))
                .page(0, most)
                .stream()
                .map(Delivery::announcement)
                .toList();
    }

    @Transactional
    void announced(List<Announcement> told) {
        if (!told.isEmpty()) {
            getEntityManager()
                    .createNativeQuery(ANNOUNCED)
                    .setParameter(
                            "ids",
                            told.stream().map(one -> one.delivery().toString()).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /// An incident's later messages to a destination that never heard of it would only puzzle.
    private void giveUp(Delivery row, String why, Instant now) {
        row.gaveUp(why, now);
        find(
                        "incident = ?1 and destination = ?2 and state = ?3",
                        row.incident(),
                        row.destination(),
                        Delivery.State.PENDING)
                .stream()
                .forEach(later -> later.cancel(now));
    }
}
