package io.adskull.notifier.attention;

import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.delivery.Delivery;
import io.adskull.notifier.delivery.IncidentRecord;
import io.adskull.notifier.delivery.LookAgain;
import io.adskull.notifier.delivery.Outbox;
import io.adskull.notifier.patience.Snoozes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/// Acknowledges and snoozes what goes on, for all incidents that are told together. Each is one
/// transaction, and the same however often it is asked for.
@ApplicationScoped
public class AttendIncidents {
    private static final Logger LOG = Logger.getLogger(AttendIncidents.class);

    private final EntityManager entities;
    private final Outbox outbox;
    private final LookAgain lookAgain;
    private final Snoozes snoozes;
    private final Clock clock;

    AttendIncidents(EntityManager entities, Outbox outbox, LookAgain lookAgain, Snoozes snoozes, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.lookAgain = lookAgain;
        this.snoozes = snoozes;
        this.clock = clock;
    }

    /// Nobody is reminded any more, nor is anybody else told; the end is still told. Who did it first stays.
    ///
    /// @param who for people to read, at most 200 characters
    @Transactional
    public Attended acknowledge(IncidentId incident, String tenant, String who) {
        return attend(incident, tenant, "acknowledged", (lead, messages) -> {
            Instant now = clock.instant();
            entities.createNativeQuery("""
                            update incident set acknowledged_at = :now, acknowledged_by = :who
                             where id = :lead and acknowledged_at is null
                            """)
                    .setParameter("now", now)
                    .setParameter("who", who)
                    .setParameter("lead", lead)
                    .executeUpdate();
            messages.stream()
                    .filter(message -> message.transition().presses())
                    .filter(message -> message.state() == Delivery.State.PENDING)
                    .forEach(message -> message.cancel(now));
        });
    }

    /// What may wait comes at this time at the earliest: reminders, news of further accounts, and a
    /// first message that is still held back. The end is told at once.
    @Transactional
    public Attended snooze(IncidentId incident, String tenant, Instant until) {
        return attend(incident, tenant, "snoozed until " + until, (lead, messages) -> {
            snoozed(lead, Optional.of(until));
            lookAgain.snoozed(messages);
        });
    }

    /// What waited is due when it was before.
    @Transactional
    public Attended wake(IncidentId incident, String tenant) {
        return attend(incident, tenant, "woken", (lead, messages) -> {
            snoozed(lead, Optional.empty());
            lookAgain.snoozed(messages);
            outbox.decided(messages, List.of());
        });
    }

    /// What people answered so far, also where all is over; empty where the tenant has no such incident.
    @Transactional
    public Optional<Attention> of(IncidentId incident, String tenant) {
        return record(incident, tenant).map(record -> attention(record.lead()));
    }

    private Attended attend(IncidentId id, String tenant, String what, BiConsumer<UUID, List<Delivery>> change) {
        Optional<UUID> known = record(id, tenant).map(IncidentRecord::lead);
        if (known.isEmpty()) {
            return new Attended.Unknown();
        }
        UUID lead = known.get();
        List<Delivery> messages = locked(lead);
        if (!isOpen(lead)) {
            return new Attended.Over();
        }
        change.accept(lead, messages);
        LOG.infof("incident %s is %s", lead, what);
        return new Attended.Done(attention(lead));
    }

    private Optional<IncidentRecord> record(IncidentId id, String tenant) {
        return Optional.ofNullable(entities.find(IncidentRecord.class, id.value()))
                .filter(record -> record.incident().tenant().equals(tenant));
    }

    /// A reminder that was written by the transaction that the lock waited for is only seen by the
    /// second look.
    private List<Delivery> locked(UUID lead) {
        outbox.about(Set.of(lead));
        return outbox.about(Set.of(lead));
    }

    private boolean isOpen(UUID lead) {
        return !entities.createQuery(
                        "select 1 from IncidentRecord where open = true and (id = :lead or lead = :lead)",
                        Integer.class)
                .setParameter("lead", lead)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void snoozed(UUID lead, Optional<Instant> until) {
        snoozes.became(lead, until);
        entities.createNativeQuery("update incident set snoozed_until = cast(:until as timestamptz) where id = :lead")
                .setParameter("until", until.map(Instant::toString).orElse(null))
                .setParameter("lead", lead)
                .executeUpdate();
    }

    private Attention attention(UUID lead) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "select acknowledged_at, acknowledged_by, snoozed_until from incident where id = :lead")
                .setParameter("lead", lead)
                .getSingleResult();
        Instant until = Optional.ofNullable((Instant) row[2])
                .filter(clock.instant()::isBefore)
                .orElse(null);
        return new Attention(new IncidentId(lead), (Instant) row[0], (String) row[1], until);
    }
}
