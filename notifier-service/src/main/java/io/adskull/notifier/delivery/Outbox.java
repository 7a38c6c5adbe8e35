package io.adskull.notifier.delivery;

import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.patience.ComesAndGoes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/// The messages in PostgreSQL. Each method is one transaction; what it returns is already committed.
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<Delivery, UUID> {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    /// Long after its own process would have announced it.
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(30);

    /// Takes what is due, the same number from each destination, and nothing whose predecessor to the same
    /// destination is not finished, but for one that is held back. `state` is asked twice on purpose: the
    /// inner answer may be old when the lock is granted.
    private static final String CLAIM = """
            update delivery
               set state = 'SENDING', attempts = attempts + 1, attempted_at = :now,
                   first_attempt_at = coalesce(first_attempt_at, :now), lease_owner = :owner, lease_until = :until
             where id in (
               select d.id from delivery d
                where d.state = 'PENDING' and d.due_at <= :now
                  and d.id in (
                    select id from (
                      select q.id, row_number() over (partition by q.destination order by q.due_at, q.position) as place
                        from delivery q
                       where q.state = 'PENDING' and q.due_at <= :now
                         and q.destination <> all (cast(:busy as text[]))
                         and not exists (
                           select 1 from delivery e
                            where e.incident = q.incident and e.destination = q.destination
                              and e.position < q.position and e.state in ('PENDING', 'SENDING')
                              and not (e.held and e.attempts = 0 and e.due_at > :now))) ranked
                     where place <= :each)
                order by d.due_at, d.position
                limit :free
                  for update skip locked)
            returning *
            """;

    private final Event<OutboxChanged> changed;
    private final Event<OutboxSettled> settled;
    private final DeliveryConfig config;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final LoadTogether together;
    private final Reminders reminders;
    private final HoldBack holdBack;
    private final Escalations escalations;
    private final RandomGenerator random = new SecureRandom();

    public Outbox(
            Event<OutboxChanged> changed,
            Event<OutboxSettled> settled,
            DeliveryConfig config,
            LoadTogether together,
            Reminders reminders,
            HoldBack holdBack,
            Escalations escalations,
            Clock clock) {
        this.changed = changed;
        this.settled = settled;
        this.config = config;
        this.together = together;
        this.reminders = reminders;
        this.holdBack = holdBack;
        this.escalations = escalations;
        this.clock = clock;
        this.schedule = new RetrySchedule(config.firstWait(), config.longestWait(), config.giveUpAfter());
    }

    /// The messages about these incidents, locked until the transaction ends, so that none leaves while it is
    /// decided on.
    public List<Delivery> about(Collection<UUID> incidents) {
        return incidents.isEmpty()
                ? List.of()
                : find("incident in ?1", incidents)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    public void write(Delivery delivery) {
        persist(delivery);
        announceChange();
    }

    public void announceChange() {
        changed.fire(new OutboxChanged());
    }

    /// Promises up to `free` messages to this process, those due first in front.
    ///
    /// @param each messages to one destination at most
    /// @param busy destinations that take no more for now
    @Transactional
    @SuppressWarnings("unchecked")
    List<Claimed> claim(int free, int each, Collection<String> busy) {
        Instant now = clock.instant();
        List<Delivery> rows = getEntityManager()
                .createNativeQuery(CLAIM, Delivery.class)
                .setParameter("now", now)
                .setParameter("owner", config.owner())
                .setParameter("until", now.plus(config.lease()))
                .setParameter("busy", busy.toArray(String[]::new))
                .setParameter("each", each)
                .setParameter("free", free)
                .getResultList();
        Map<UUID, ToldTogether> incidents = together.about(rows);
        return rows.stream()
                .sorted(Comparator.comparing(Delivery::dueAt).thenComparing(Delivery::createdAt))
                .map(row -> claimed(
                        row, Optional.ofNullable(incidents.get(row.incident())).orElseThrow()))
                .toList();
    }

    /// Takes back a promise: these messages were not sent, and whoever has room next may have them.
    @Transactional
    void giveBack(List<Claimed> unsent) {
        for (Claimed message : unsent) {
            update(
                    "state = ?1, attempts = attempts - 1, leaseOwner = null, leaseUntil = null"
                            + " where id = ?2 and state = ?3 and leaseOwner = ?4 and attempts = ?5",
                    Delivery.State.PENDING,
                    message.id(),
                    Delivery.State.SENDING,
                    config.owner(),
                    message.attempt());
        }
    }

    /// Puts an attempt's outcome on record; nothing happens when the lease was lost to another process meanwhile.
    @Transactional
    void settle(Claimed claimed, Outcome outcome) {
        Instant now = clock.instant();
        boolean mine =
                switch (outcome) {
                    case Outcome.Delivered delivered -> delivered(claimed, now);
                    case Outcome.Retry retry -> leased(claimed, row -> tryAgain(row, claimed, retry, now));
                    case Outcome.GaveUp gaveUp -> leased(claimed, row -> giveUp(row, gaveUp.why(), now));
                };
        if (mine) {
            escalations.after(claimed, now);
            settled.fire(new OutboxSettled());
        } else {
            LOG.warnf("delivery %s was taken over by another process while it was sent", claimed.id());
        }
    }

    /// One statement, nothing read before: a crash until it is committed sends the message twice.
    private boolean delivered(Claimed claimed, Instant now) {
        boolean mine = update(
                        "state = ?1, subject = ?2, finishedAt = ?3"
                                + " where id = ?4 and state = ?5 and leaseOwner = ?6 and attempts = ?7",
                        Delivery.State.DELIVERED,
                        Wording.subject(claimed.alert()),
                        now,
                        claimed.id(),
                        Delivery.State.SENDING,
                        config.owner(),
                        claimed.attempt())
                == 1;
        if (mine) {
            reminders.after(claimed, now);
        }
        return mine;
    }

    private boolean leased(Claimed claimed, Consumer<Delivery> settle) {
        Optional<Delivery> row = findByIdOptional(claimed.id(), LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.leasedBy(config.owner(), claimed.attempt()));
        row.ifPresent(settle);
        return row.isPresent();
    }

    private void tryAgain(Delivery row, Claimed claimed, Outcome.Retry retry, Instant now) {
        Optional<Instant> next = schedule.next(row.attempts(), row.firstAttemptAt(), now, retry.after(), random);
        if (next.isEmpty()) {
            giveUp(row, retry.why(), now);
            return;
        }
        row.again(retry.why(), next.get());
        holdBack.holdAgain(row, claimed.alert().incident());
    }

    /// A destination answers again: what waited for its next attempt there need not wait any longer.
    @Transactional
    void hurry(String destination) {
        Instant now = clock.instant();
        update(
                "dueAt = ?1 where destination = ?2 and state = ?3 and attempts > 0 and dueAt > ?1 and wantedAt is null",
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

    /// Finished messages that `alerts` does not tell of yet: this process' own, and those that another left
    /// behind.
    @Transactional
    List<Delivery> unannounced(int most) {
        Instant now = clock.instant();
        return find(
                        "not announced and state in ?1 and (leaseOwner = ?2 or finishedAt < ?3) order by finishedAt",
                        List.of(Delivery.State.DELIVERED, Delivery.State.GAVE_UP),
                        config.owner(),
                        now.minus(LEFT_BEHIND))
                .page(0, most)
                .list();
    }

    @Transactional
    void announced(List<Delivery> told) {
        update(
                "announced = true where id in ?1",
                told.stream().map(Delivery::id).toList());
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

    private Claimed claimed(Delivery row, ToldTogether incidents) {
        var place = new Alert.Place(incidents.lead().incident().id(), row.transition(), row.part());
        Alert alert =
                switch (row.transition()) {
                    case OPENED, JOINED -> opened(incidents, incidents.in(row.part()), place);
                    case REMINDED -> opened(incidents, incidents.all(), place);
                    case ESCALATED -> {
                        Alert.Opened still = opened(incidents, incidents.all(), place);
                        yield new Alert.Opened(
                                still.incident(),
                                still.others(),
                                place,
                                Optional.of(escalations.note(row, clock.instant())));
                    }
                    case RESOLVED -> {
                        Remediation newest = incidents.lead().remediation();
                        yield new Alert.Resolved(
                                newest.incident(),
                                incidents.others(),
                                place,
                                row.occurredAt(),
                                newest instanceof Remediation.Resolved over ? over.reason() : "",
                                otherOpenIncident(incidents.lead()));
                    }
                };
        return new Claimed(
                row.id(),
                row.destination(),
                row.channel(),
                row.transition(),
                row.attempts(),
                row.firstAttemptAt(),
                row.occurredAt(),
                row.held(),
                row.traceParent(),
                alert);
    }

    private static Alert.Opened opened(ToldTogether incidents, List<IncidentRecord> told, Alert.Place place) {
        IncidentRecord shown = incidents.shownOf(told);
        return new Alert.Opened(
                shown.incident(),
                incidents.othersOf(told, shown),
                place,
                shown.comesAndGoes().map(ComesAndGoes::sentence));
    }

    private Optional<String> otherOpenIncident(IncidentRecord record) {
        return getEntityManager()
                .createQuery(
                        "from IncidentRecord where account = :account and open and id <> :id order by changedAt desc",
                        IncidentRecord.class)
                .setParameter("account", record.account())
                .setParameter("id", record.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(other -> other.incident().title());
    }
}
