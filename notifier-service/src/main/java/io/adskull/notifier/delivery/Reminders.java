package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Alert.Place;
import io.adskull.notifier.channel.Alert.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Says again what still goes on, ever less often. The next reminder is written when the message before it arrived,
/// and taken back when the trouble is over.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Reminders {
    private final EntityManager entities;
    private final HoldBack holdBack;
    private final LookAgain lookAgain;
    private final List<Duration> gaps;

    Reminders(EntityManager entities, HoldBack holdBack, LookAgain lookAgain, DeliveryConfig config) {
        this.entities = entities;
        this.holdBack = holdBack;
        this.lookAgain = lookAgain;
        this.gaps = config.reminders().orElse(List.of());
        if (gaps.stream().anyMatch(gap -> !gap.isPositive())) {
            throw new IllegalArgumentException(
                    "adskull.alerts.delivery.reminders must be longer than zero, not " + gaps);
        }
    }

    /// Nothing, where the trouble ended while its message was on its way: the decision that ended it has locked
    /// the message before, so that its outcome and this come after.
    void after(Claimed arrived, Instant now) {
        Place place = arrived.alert().place();
        boolean goesOn = place.transition() == Transition.OPENED || place.transition() == Transition.REMINDED;
        if (gaps.isEmpty() || !goesOn) {
            return;
        }
        int number = place.transition() == Transition.OPENED ? 1 : place.part() + 1;
        Instant wanted = now.plus(gaps.get(Math.min(number, gaps.size()) - 1));
        Instant due = holdBack.endOfQuiet(arrived.destination(), wanted);
        UUID id = Delivery.idOf(place.lead(), Transition.REMINDED, number, arrived.destination());
        entities.createNativeQuery("""
                        insert into delivery (id, incident, account, tenant, transition, part, destination, state, held,
                                              due_at, wanted_at, attempts, occurred_at, created_at, channel, recipient, subject)
                        select :id, incident, account, tenant, 'REMINDED', :number, destination, 'PENDING', true,
                               :due, nullif(cast(:wanted as timestamptz), :due), 0, :wanted, :now, channel, recipient, subject
                          from delivery d
                         where d.id = :arrived
                           and exists (select 1 from incident i
                                        where i.open and (i.id = d.incident or i.lead = d.incident))
                        on conflict (id) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("number", number)
                .setParameter("due", due)
                .setParameter("wanted", wanted)
                .setParameter("now", now)
                .setParameter("arrived", arrived.id())
                .executeUpdate();
        if (holdBack.isAnythingMuted(
                arrived.destination(), arrived.alert().incident().tenant())) {
            Optional.ofNullable(entities.find(Delivery.class, id)).ifPresent(written -> lookAgain.at(List.of(written)));
        }
    }
}
