package io.adskull.notifier.delivery;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.directory.Directory;
import io.adskull.notifier.patience.MutesChanged;
import io.adskull.notifier.patience.QuietHoursChanged;
import io.adskull.notifier.patience.Snoozes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Says anew when messages leave that have not left yet, because what people want to hear has changed, or what a
/// message is about.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LookAgain {
    private static final String WAITING = "from Delivery where state = :pending and attempts = 0 and ";

    private final EntityManager entities;
    private final LoadTogether together;
    private final HoldBack holdBack;
    private final Directory directory;
    private final Snoozes snoozes;
    private final Clock clock;

    LookAgain(
            EntityManager entities,
            LoadTogether together,
            HoldBack holdBack,
            Directory directory,
            Snoozes snoozes,
            Clock clock) {
        this.entities = entities;
        this.together = together;
        this.holdBack = holdBack;
        this.directory = directory;
        this.snoozes = snoozes;
        this.clock = clock;
    }

    /// One more incident is told by these: a mute that does not fit it as well keeps them no longer.
    public void joined(Collection<Delivery> messages) {
        at(messages.stream().filter(message -> message.isMuted(clock.instant())).toList());
    }

    void changed(@Observes QuietHoursChanged changed) {
        at(entities.createQuery(WAITING + "destination = :destination order by id", Delivery.class)
                .setParameter("pending", Delivery.State.PENDING)
                .setParameter("destination", changed.destination())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    void changed(@Observes MutesChanged changed) {
        at(entities.createQuery(WAITING + "(tenant = :tenant or destination in :own) order by id", Delivery.class)
                .setParameter("pending", Delivery.State.PENDING)
                .setParameter("tenant", changed.tenant())
                .setParameter("own", directory.outboxNames(changed.tenant()))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    /// Somebody snoozed or woke what these are about.
    public void snoozed(Collection<Delivery> messages) {
        at(messages.stream()
                .filter(message -> message.state() == Delivery.State.PENDING && message.attempts() == 0)
                .toList());
    }

    void at(List<Delivery> messages) {
        snoozes.know(messages.stream().map(Delivery::incident).toList());
        Map<UUID, ToldTogether> incidents = together.about(messages);
        for (Delivery message : messages) {
            ToldTogether group = incidents.get(message.incident());
            if (group != null) {
                List<IncidentRecord> told =
                        switch (message.transition()) {
                            case OPENED, JOINED -> group.in(message.part());
                            case REMINDED, ESCALATED, RESOLVED -> group.all();
                        };
                List<Incident> open = told.stream()
                        .filter(IncidentRecord::open)
                        .map(IncidentRecord::incident)
                        .toList();
                holdBack.hold(message, group.shownOf(told).incident(), open);
            }
        }
    }
}
