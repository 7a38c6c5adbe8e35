package io.adskull.notifier.delivery;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Audience;
import io.adskull.notifier.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// When a tenant's destination is switched off or deleted, whoever hears of such incidents from now on also
/// hears of those that still go on and that nobody heard of there.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TellElsewhere {
    private final EntityManager entities;
    private final Directory directory;
    private final Outbox outbox;
    private final HoldBack holdBack;
    private final Clock clock;

    TellElsewhere(EntityManager entities, Directory directory, Outbox outbox, HoldBack holdBack, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.outbox = outbox;
        this.holdBack = holdBack;
        this.clock = clock;
    }

    void tell(@Observes ReceiverGone gone) {
        directory.turnOff(gone.destination(), gone.why());
        if (!Directory.isOfTenant(gone.destination())) {
            return;
        }
        Instant now = clock.instant();
        List<Delivery> moved = unheard(gone.destination()).stream()
                .flatMap(delivery -> shown(delivery).stream().flatMap(incident -> moved(delivery, incident, now)))
                .toList();
        moved.forEach(outbox::write);
        outbox.decided(moved, List.of());
        waiting(gone.destination()).forEach(delivery -> delivery.cancel(now));
    }

    private Stream<Delivery> moved(Delivery delivery, Incident incident, Instant now) {
        Set<String> known = new HashSet<>(entities.createQuery(
                        "select destination from Delivery where incident = :incident and transition = :opened",
                        String.class)
                .setParameter("incident", delivery.incident())
                .setParameter("opened", Transition.OPENED)
                .getResultList());
        return directory.of(Audience.of(incident), incident).stream()
                .filter(to -> known.add(to.name()))
                .map(to -> {
                    Delivery moved = delivery.movedTo(to, now);
                    holdBack.hold(moved, incident);
                    return moved;
                });
    }

    /// What is open of those that the message tells of; empty where all is over.
    private Optional<Incident> shown(Delivery delivery) {
        return entities.createQuery(
                        "from IncidentRecord where (id = :lead or lead = :lead) and open = true order by part, joinedAt",
                        IncidentRecord.class)
                .setParameter("lead", delivery.incident())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(IncidentRecord::incident);
    }

    /// First messages that wait, and those that were given up, be it because the receiver was already gone for
    /// another sender.
    private List<Delivery> unheard(String destination) {
        return entities.createQuery(
                        "from Delivery where destination = :destination and transition = :opened and state in :states"
                                + " order by createdAt",
                        Delivery.class)
                .setParameter("destination", destination)
                .setParameter("opened", Transition.OPENED)
                .setParameter("states", List.of(Delivery.State.PENDING, Delivery.State.GAVE_UP))
                .getResultList();
    }

    private List<Delivery> waiting(String destination) {
        return entities.createQuery(
                        "from Delivery where destination = :destination and state = :pending", Delivery.class)
                .setParameter("destination", destination)
                .setParameter("pending", Delivery.State.PENDING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
