package io.adskull.notifier.delivery;

import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Severity;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.directory.Directory;
import io.adskull.notifier.patience.QuietHours;
import io.adskull.notifier.patience.QuietHoursChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Lets messages wait while those who would hear them want to hear nothing.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class HoldBack {
    private final EntityManager entities;
    private final Directory directory;
    private final Clock clock;

    HoldBack(EntityManager entities, Directory directory, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.clock = clock;
    }

    /// @param about what the message is about, as known now
    public void hold(Delivery message, Incident about) {
        message.waitUntil(earliest(message.destination(), message.transition(), about, message.wantedAt()));
    }

    /// When a message that would leave at this time may leave.
    Instant earliest(String destination, Transition transition, Incident about, Instant wanted) {
        Instant now = clock.instant();
        Instant next = wanted.isBefore(now) ? now : wanted;
        return directory
                .quietHours(destination)
                .filter(quiet -> !breaks(quiet, transition, about))
                .map(quiet -> quiet.endAfter(next))
                .filter(end -> end.isAfter(next))
                .orElse(wanted);
    }

    void changed(@Observes QuietHoursChanged changed) {
        entities.createQuery(
                        "from Delivery where destination = :destination and state = :pending and attempts = 0 order by id",
                        Delivery.class)
                .setParameter("destination", changed.destination())
                .setParameter("pending", Delivery.State.PENDING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(message -> hold(
                        message,
                        entities.find(IncidentRecord.class, message.incident()).incident()));
    }

    /// Reminders and ends wake nobody.
    private static boolean breaks(QuietHours quiet, Transition transition, Incident about) {
        return quiet.criticalBreaks()
                && about.severity() == Severity.CRITICAL
                && switch (transition) {
                    case OPENED, JOINED -> true;
                    case REMINDED, RESOLVED -> false;
                };
    }
}
