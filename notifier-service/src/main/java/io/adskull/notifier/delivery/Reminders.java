package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Alert.Place;
import io.adskull.notifier.channel.Alert.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Says again what still goes on, ever less often. The next reminder is written when the message before it arrived,
/// and taken back when the trouble is over.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Reminders {
    private final EntityManager entities;
    private final List<Duration> gaps;

    Reminders(EntityManager entities, DeliveryConfig config) {
        this.entities = entities;
        this.gaps = config.reminders().orElse(List.of());
        if (gaps.stream().anyMatch(gap -> !gap.isPositive())) {
            throw new IllegalArgumentException(
                    "adskull.alerts.delivery.reminders must be longer than zero, not " + gaps);
        }
    }

    /// Nothing, where the trouble ended or was acknowledged while its message was on its way: who decided so
    /// has locked the message before, so that its outcome and this come after.
    void after(Claimed arrived, Instant now) {
        Place place = arrived.alert().place();
        boolean goesOn = place.transition() == Transition.OPENED || place.transition() == Transition.REMINDED;
        if (gaps.isEmpty() || !goesOn) {
            return;
        }
        int number = place.transition() == Transition.OPENED ? 1 : place.part() + 1;
        Instant due = now.plus(gaps.get(Math.min(number, gaps.size()) - 1));
        entities.createNativeQuery("""
                        insert into delivery (id, incident, account, tenant, transition, part, destination, state, held,
                                              due_at, snoozed_from, attempts, occurred_at, created_at, channel,
                                              recipient, subject)
                        select :id, d.incident, d.account, d.tenant, 'REMINDED', :number, d.destination, 'PENDING', true,
                               greatest(:due, lead.snoozed_until),
                               case when lead.snoozed_until > :due then cast(:due as timestamptz) end,
                               0, :due, :now, d.channel, d.recipient, d.subject
                          from delivery d join incident lead on lead.id = d.incident
                         where d.id = :arrived and lead.acknowledged_at is null
                           and exists (select 1 from incident i
                                        where i.open and (i.id = d.incident or i.lead = d.incident))
                        on conflict (id) do nothing
                        """)
                .setParameter("id", Delivery.idOf(place.lead(), Transition.REMINDED, number, arrived.destination()))
                .setParameter("number", number)
                .setParameter("due", due)
                .setParameter("now", now)
                .setParameter("arrived", arrived.id())
                .executeUpdate();
    }
}
