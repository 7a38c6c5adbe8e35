package io.adskull.notifier.delivery;

import io.adskull.notifier.PlainSql;
import io.adskull.notifier.channel.Alert.Place;
import io.adskull.notifier.channel.Alert.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Says again what still goes on, ever less often. The next reminder is written when the message before it arrived,
/// and taken back when the trouble is over.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Reminders {
    /// Answers with those of what is snoozed.
    private static final String WRITE = """
            with written as (
            insert into delivery (id, incident, account, tenant, transition, part, destination, state, held,
                                  due_at, wanted_at, attempts, occurred_at, created_at, channel, recipient, subject)
            select r.id, d.incident, d.account, d.tenant, 'REMINDED', r.number, d.destination, 'PENDING', true,
                   cast(r.due as timestamptz), nullif(cast(r.wanted as timestamptz), cast(r.due as timestamptz)), 0,
                   cast(r.wanted as timestamptz), ?, d.channel, d.recipient, d.subject
              from unnest(?, ?, ?, ?, ?) as r (id, number, due, wanted, arrived)
              join delivery d on d.id = r.arrived
              join incident lead on lead.id = d.incident
             where lead.acknowledged_at is null
               and exists (select 1 from incident i where i.open and (i.id = d.incident or i.lead = d.incident))
            on conflict (id) do nothing
            returning id, incident)
            select written.id from written join incident lead on lead.id = written.incident
             where lead.snoozed_until > ?
            """;

    private final EntityManager entities;
    private final PlainSql sql;
    private final HoldBack holdBack;
    private final LookAgain lookAgain;
    private final List<Duration> gaps;

    Reminders(EntityManager entities, PlainSql sql, HoldBack holdBack, LookAgain lookAgain, DeliveryConfig config) {
        this.entities = entities;
        this.sql = sql;
        this.holdBack = holdBack;
        this.lookAgain = lookAgain;
        this.gaps = config.reminders().orElse(List.of());
        if (gaps.stream().anyMatch(gap -> !gap.isPositive())) {
            throw new IllegalArgumentException(
                    "adskull.alerts.delivery.reminders must be longer than zero, not " + gaps);
        }
    }

    /// Nothing, where the trouble ended or was acknowledged while its message was on its way: who decided so has locked
    /// the message before, so that its outcome and this come after.
    void after(List<Claimed> arrived, Instant now) {
        List<Reminder> reminders = gaps.isEmpty()
                ? List.of()
                : arrived.stream()
                        .filter(message -> message.transition() == Transition.OPENED
                                || message.transition() == Transition.REMINDED)
                        .map(message -> next(message, now))
                        .toList();
        if (reminders.isEmpty()) {
            return;
        }
        Set<UUID> snoozed = Set.copyOf(sql.rows(
                UUID.class,
                WRITE,
                now,
                values(reminders, Reminder::id, UUID[]::new),
                values(reminders, Reminder::number, Integer[]::new),
                values(reminders, reminder -> reminder.due().toString(), String[]::new),
                values(reminders, reminder -> reminder.wanted().toString(), String[]::new),
                values(reminders, reminder -> reminder.arrived().id(), UUID[]::new),
                now));
        List<UUID> perhapsWaiting = reminders.stream()
                .filter(reminder -> snoozed.contains(reminder.id())
                        || holdBack.isAnythingMuted(
                                reminder.arrived().destination(),
                                reminder.arrived().tenant()))
                .map(Reminder::id)
                .toList();
        if (!perhapsWaiting.isEmpty()) {
            lookAgain.at(entities.createQuery("from Delivery where id in :ids", Delivery.class)
                    .setParameter("ids", perhapsWaiting)
                    .getResultList());
        }
    }

    private Reminder next(Claimed arrived, Instant now) {
        Place place = arrived.alert().place();
        int number = place.transition() == Transition.OPENED ? 1 : place.part() + 1;
        Instant wanted = now.plus(gaps.get(Math.min(number, gaps.size()) - 1));
        return new Reminder(
                Delivery.idOf(place.lead(), Transition.REMINDED, number, arrived.destination()),
                number,
                holdBack.endOfQuiet(arrived.destination(), wanted),
                wanted,
                arrived);
    }

    private static <T> T[] values(List<Reminder> reminders, Function<Reminder, T> value, IntFunction<T[]> array) {
        return reminders.stream().map(value).toArray(array);
    }

    /// @param number counts an incident's reminders from 1
    /// @param due when it leaves, after `wanted` where it is quiet then
    private record Reminder(UUID id, int number, Instant due, Instant wanted, Claimed arrived) {}
}
