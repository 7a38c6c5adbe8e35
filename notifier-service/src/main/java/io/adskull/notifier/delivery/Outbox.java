package io.adskull.notifier.delivery;

import io.adskull.contract.alert.AlertOutcome;
import io.adskull.notifier.PlainSql;
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
import org.jspecify.annotations.Nullable;

/// The messages in PostgreSQL. Each method is one transaction; what it returns is already committed.
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<Delivery, UUID> {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    /// Long after its own process would have announced it.
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(30);

    /// Locks in the order in which [#about] does.
    private static final String DELIVERED = """
            with told as (
              select d.id, arrived.subject, arrived.receipt
                from unnest(?, ?, ?, ?) as arrived (id, attempt, subject, receipt)
                join delivery d on d.id = arrived.id
               where d.state = 'SENDING' and d.attempts = arrived.attempt and d.lease_owner = ?
               order by d.id
                 for update of d)
            update delivery d set state = 'DELIVERED', subject = told.subject,
                   receipt = told.receipt, finished_at = ?
              from told where d.id = told.id
            returning d.id
            """;

    private static final String ANNOUNCED = """
            update delivery set announced = true
             where id = any (array(select id from delivery where id = any(?) order by id for update))
            """;

    private final Event<OutboxChanged> changed;
    private final Event<ReceiverGone> receiverGone;
    private final PlainSql sql;
    private final DeliveryConfig config;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final LoadTogether together;
    private final Reminders reminders;
    private final Lanes lanes;
    private final HoldBack holdBack;
    private final Escalations escalations;
    private final RandomGenerator random = new SecureRandom();

    public Outbox(
            Event<OutboxChanged> changed,
            Event<ReceiverGone> receiverGone,
            PlainSql sql,
            DeliveryConfig config,
            LoadTogether together,
            Reminders reminders,
            Lanes lanes,
            HoldBack holdBack,
            Escalations escalations,
            Clock clock) {
        this.changed = changed;
        this.receiverGone = receiverGone;
        this.sql = sql;
        this.config = config;
        this.together = together;
        this.reminders = reminders;
        this.lanes = lanes;
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
                : find("incident in ?1 order by id", incidents)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /// What a transaction decided, when it has decided everything. The first message about an incident that began in
    /// it is promised with the decision itself where its destination has room, so that it leaves without being
    /// looked for.
    ///
    /// @param decided messages that are new or were changed
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
                write(delivery);
                continue;
            }
            List<IncidentRecord> about = together.getOrDefault(delivery.incident(), List.of());
            boolean first =
                    delivery.transition() == Transition.OPENED && about.stream().anyMatch(IncidentRecord::leads);
            int left = free.computeIfAbsent(destination, unknown -> lanes.free(destination, delivery.tenant(), now));
            if (first && left > 0) {
                delivery.promise(config.owner(), now.plus(config.lease()), now);
                promised.add(this.together.claimed(delivery, about));
                free.put(destination, left - 1);
            } else {
                waiting.add(destination);
            }
            write(delivery);
        }
        if (!promised.isEmpty() || !waiting.isEmpty()) {
            changed.fire(new OutboxChanged(promised, waiting));
        }
    }

    /// With everything that is known of it: what changes between this and the end of the transaction would be a
    /// second statement for each message.
    void write(Delivery decided) {
        if (!isPersistent(decided)) {
            persist(decided);
        }
    }

    /// Puts on record how attempts ended; nothing happens to a message whose lease was lost to another process
    /// meanwhile.
    ///
    /// @return what is to be told of those that are finished
    @Transactional
    List<Announcement> settle(List<Ended> ended) {
        Instant now = clock.instant();
        List<Ended> arrived = new ArrayList<>();
        List<Claimed> tried = new ArrayList<>();
        List<Announcement> finished = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Ended attempt : ended) {
            Claimed message = attempt.message();
            switch (attempt.outcome()) {
                case Outcome.Delivered delivered -> arrived.add(attempt);
                case Outcome.Retry retry ->
                    leased(message).ifPresent(row -> {
                        tried.add(message);
                        tryAgain(row, message, retry, now);
                        if (row.state() == Delivery.State.GAVE_UP) {
                            finished.add(row.announcement());
                        }
                    });
                case Outcome.GaveUp gaveUp ->
                    leased(message).ifPresent(row -> {
                        tried.add(message);
                        giveUp(row, gaveUp.why(), now);
                        finished.add(row.announcement());
                    });
                case Outcome.Gone gone ->
                    leased(message).ifPresent(row -> {
                        tried.add(message);
                        giveUp(row, gone.why(), now);
                        finished.add(row.announcement());
                        refused.put(row.destination(), gone.why());
                    });
            }
        }
        List<Claimed> taken = delivered(arrived, now);
        tried.addAll(taken);
        taken.forEach(message -> finished.add(announcement(message, now)));
        tried.forEach(message -> escalations.after(message, now));
        refused.forEach((destination, why) -> receiverGone.fire(new ReceiverGone(destination, why)));
        return finished;
    }

    /// @return those that were this process' own
    private List<Claimed> delivered(List<Ended> ended, Instant now) {
        if (ended.isEmpty()) {
            return List.of();
        }
        List<Claimed> arrived = ended.stream().map(Ended::message).toList();
        Set<UUID> mine = Set.copyOf(sql.rows(
                UUID.class,
                DELIVERED,
                ids(arrived),
                attempts(arrived),
                arrived.stream().map(message -> message.message().subject()).toArray(String[]::new),
                ended.stream().map(Outbox::receipt).toArray(String[]::new),
                config.owner(),
                now));
        arrived.stream().filter(message -> !mine.contains(message.id())).forEach(Outbox::lost);
        List<Claimed> told =
                arrived.stream().filter(message -> mine.contains(message.id())).toList();
        reminders.after(told, now);
        return told;
    }

    private static @Nullable String receipt(Ended attempt) {
        return attempt.outcome() instanceof Outcome.Delivered delivered
                ? delivered.receipt().orElse(null)
                : null;
    }

    private static Announcement announcement(Claimed taken, Instant now) {
        return new Announcement(
                taken.id(), new AlertOutcome.Delivered(taken.message(), now, taken.attempt()), taken.traceParent());
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

    private static UUID[] ids(List<Claimed> messages) {
        return messages.stream().map(Claimed::id).toArray(UUID[]::new);
    }

    private static Integer[] attempts(List<Claimed> messages) {
        return messages.stream().map(Claimed::attempt).toArray(Integer[]::new);
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
            sql.update(ANNOUNCED, (Object)
                    told.stream().map(Announcement::delivery).toArray(UUID[]::new));
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
