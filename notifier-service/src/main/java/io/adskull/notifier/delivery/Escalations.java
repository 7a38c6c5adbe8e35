package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.directory.Directory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Tells others of what nobody reacts to. Written when somebody was told first, or could not be told, and taken back
/// when the trouble is over.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Escalations {
    /// After these people can react.
    private static final Set<Transition> FIRST = EnumSet.of(Transition.OPENED, Transition.ESCALATED);

    private final EntityManager entities;
    private final Directory directory;
    private final LookAgain lookAgain;

    Escalations(EntityManager entities, Directory directory, LookAgain lookAgain) {
        this.entities = entities;
        this.directory = directory;
        this.lookAgain = lookAgain;
    }

    /// An attempt to tell ended, however: a receiver that takes nothing must not keep the others from hearing.
    void after(Claimed tried, Instant now) {
        if (FIRST.contains(tried.transition())) {
            directory
                    .escalations(tried.destination(), tried.alert().incident())
                    .forEach((to, after) -> write(tried, to, now.plus(after), now));
        }
    }

    /// What an escalation says beside what it is about.
    String note(Delivery escalation, Instant now) {
        List<Delivery> others = entities.createQuery(
                        "from Delivery where incident = :lead and destination <> :own and transition in :first"
                                + " and attempts > 0 order by finishedAt, createdAt",
                        Delivery.class)
                .setParameter("lead", escalation.incident())
                .setParameter("own", escalation.destination())
                .setParameter("first", FIRST)
                .getResultList();
        List<Delivery> told = others.stream()
                .filter(message -> message.state() == Delivery.State.DELIVERED)
                .toList();
        return new NobodyReacted(
                        recipients(told.isEmpty() ? others : told),
                        told.stream().findFirst().flatMap(Delivery::finishedAt))
                .sentence(now);
    }

    private void write(Claimed tried, Destination to, Instant due, Instant now) {
        UUID id = Delivery.idOf(tried.alert().place().lead(), Transition.ESCALATED, 0, to.name());
        entities.createNativeQuery("""
                        insert into delivery (id, incident, account, tenant, transition, part, destination, state, held,
                                              due_at, attempts, occurred_at, created_at, channel, recipient, subject)
                        select :id, incident, account, tenant, 'ESCALATED', 0, :to, 'PENDING', true,
                               :due, 0, :due, :now, :channel, :recipient, subject
                          from delivery d
                         where d.id = :tried
                           and exists (select 1 from incident i
                                        where i.open and (i.id = d.incident or i.lead = d.incident))
                           and exists (select 1 from incident lead
                                        where lead.id = d.incident and lead.acknowledged_at is null)
                        on conflict (id) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("to", to.name())
                .setParameter("due", due)
                .setParameter("now", now)
                .setParameter("channel", to.channel())
                .setParameter("recipient", to.recipient())
                .setParameter("tried", tried.id())
                .executeUpdate();
        Optional.ofNullable(entities.find(Delivery.class, id))
                .filter(written -> written.isHeld(now))
                .ifPresent(written -> lookAgain.at(List.of(written)));
    }

    private static List<String> recipients(List<Delivery> messages) {
        return messages.stream().map(Delivery::recipient).distinct().toList();
    }
}
