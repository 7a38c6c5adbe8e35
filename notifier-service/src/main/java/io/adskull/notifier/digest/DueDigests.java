package io.adskull.notifier.digest;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.delivery.IncidentRecord;
import io.adskull.notifier.patience.DigestRhythm;
import io.adskull.notifier.patience.MutesInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which summaries are due, and what they say. Each method is one transaction.
@ApplicationScoped
class DueDigests {
    /// Longer than any attempt lasts; whoever took one and died leaves it to be taken again, and a receiver that does
    /// not take it is asked again then.
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(15);

    private static final String HEARD = """
            select i.* from incident i
             where i.open = :open and i.changed_at > :since
               and exists (select 1 from delivery d
                            where d.destination = :destination and d.incident = coalesce(i.lead, i.id)
                              and d.transition in ('OPENED', 'ESCALATED') and (d.state = 'CANCELLED') = :cancelled)
            """;

    private final EntityManager entities;
    private final MutesInForce mutes;
    private final Clock clock;

    DueDigests(EntityManager entities, MutesInForce mutes, Clock clock) {
        this.entities = entities;
        this.mutes = mutes;
        this.clock = clock;
    }

    /// One destination's turn.
    ///
    /// @param since when the summary before was, or was asked for
    record Due(UUID id, String tenant, DigestRhythm rhythm, ZoneId zone, Instant since) {}

    /// Takes the one that waits longest, so that no other replica does.
    @Transactional
    @SuppressWarnings("unchecked")
    Optional<Due> take() {
        Instant now = clock.instant();
        List<Object[]> rows = entities.createNativeQuery("""
                        update destination set digest_due_at = :again
                         where id in (select id from destination
                                       where digest_due_at <= :now and off_at is null
                                         and (kind <> 'EMAIL' or recipient = confirmed_mailbox)
                                       order by digest_due_at limit 1 for update skip locked)
                        returning id, tenant, digest, zone, digest_since
                        """)
                .setParameter("again", now.plus(TRIED_AGAIN))
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Due(
                        (UUID) row[0],
                        (String) row[1],
                        DigestRhythm.valueOf((String) row[2]),
                        ZoneId.of((String) row[3]),
                        (Instant) row[4]));
    }

    @Transactional
    Digest read(Due due, String outboxName) {
        return new Digest(
                incidents(outboxName, true, false, Instant.EPOCH),
                incidents(outboxName, false, true, due.since()),
                mutes.of(due.tenant()));
    }

    /// It was said, or there was nothing to say.
    @Transactional
    void done(Due due) {
        Instant now = clock.instant();
        entities.createNativeQuery("""
                        update destination set digest_since = :now, digest_due_at = cast(:next as timestamptz)
                         where id = :id and digest = :rhythm
                        """)
                .setParameter("now", now)
                .setParameter(
                        "next",
                        due.rhythm()
                                .next(now, due.zone())
                                .map(Instant::toString)
                                .orElse(null))
                .setParameter("id", due.id())
                .setParameter("rhythm", due.rhythm().name())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Incident> incidents(String destination, boolean open, boolean cancelled, Instant since) {
        List<IncidentRecord> records = entities.createNativeQuery(HEARD, IncidentRecord.class)
                .setParameter("open", open)
                .setParameter("cancelled", cancelled)
                .setParameter("since", since)
                .setParameter("destination", destination)
                .getResultList();
        return records.stream()
                .map(record -> record.remediation().incident())
                .sorted(Comparator.comparing(Incident::openedAt))
                .toList();
    }
}
