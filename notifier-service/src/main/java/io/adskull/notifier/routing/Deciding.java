package io.adskull.notifier.routing;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Audience;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.directory.Hearing;
import io.adskull.notifier.patience.ComesAndGoes;
import io.adskull.notifier.routing.Told.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides whom a transition concerns and when they hear of it. Pure: the same history gives the same steps.
final class Deciding {
    /// Messages that say for the first time that an account is affected.
    private static final Set<Transition> NAMING = EnumSet.of(Transition.OPENED, Transition.JOINED);

    /// Messages by which a destination hears of it at first.
    private static final Set<Transition> BEGINNING = EnumSet.of(Transition.OPENED, Transition.ESCALATED);

    private final Duration patience;
    private final Duration groupWait;
    private final Duration groupInterval;
    private final Hearing hearing;

    Deciding(PatienceConfig config, Hearing hearing) {
        this.patience = notNegative("patience", config.patience());
        this.groupWait = notNegative("group-wait", config.groupWait());
        this.groupInterval = notNegative("group-interval", config.groupInterval());
        this.hearing = hearing;
    }

    /// @param group where the incident stands among those that are told together
    /// @param told what earlier transitions of them led to
    List<Step> decide(Remediation transition, Group group, List<Told> told, Instant now) {
        return switch (transition) {
            case Remediation.Opened opened
            when group.leads() -> opened(opened.incident(), opened.at(), group, told, now);
            case Remediation.Opened opened -> joined(opened.incident(), group, told, now);
            case Remediation.Updated updated -> updated(updated.incident(), updated.at(), group, told, now);
            case Remediation.Resolved resolved -> resolved(group, told, now);
        };
    }

    /// Which message tells of an incident that joins: the newest, unless it has left.
    static int partOfNext(List<Told> told) {
        List<Told> naming = told.stream()
                .filter(message -> NAMING.contains(message.transition()))
                .toList();
        int newest = naming.stream().mapToInt(Told::part).max().orElse(0);
        boolean left = naming.stream().anyMatch(message -> message.part() == newest && message.stage() == Stage.LEFT);
        return left ? newest + 1 : newest;
    }

    /// Whether somebody hears, or will hear, of the group, so that a message more about it makes sense.
    static boolean isHeard(List<Told> told) {
        return told.isEmpty() || told.stream().anyMatch(message -> message.stage() != Stage.UNHEARD);
    }

    private List<Step> opened(Incident incident, Instant at, Group group, List<Told> told, Instant now) {
        Instant due = due(incident, at, group, now);
        boolean held = beingMended(incident) || due.isAfter(now);
        Set<String> known = told.stream().map(Told::destination).collect(Collectors.toSet());
        return hearing.of(Audience.of(incident), incident).stream()
                .filter(to -> !known.contains(to.name()))
                .<Step>map(to -> new Step.Tell(Transition.OPENED, 0, to, due, held))
                .toList();
    }

    /// Who mends it, whether others join it and whether it lasts is waited for.
    private Instant due(Incident incident, Instant at, Group group, Instant now) {
        Instant start = at.isBefore(now) ? at : now;
        Instant due = beingMended(incident) ? start.plus(patience) : waited(group, now);
        return group.comesAndGoes() ? lasting(incident, due, now) : due;
    }

    /// When it has lasted long enough, but not before `due`.
    private static Instant lasting(Incident incident, Instant due, Instant now) {
        Instant opened = incident.openedAt().isBefore(now) ? incident.openedAt() : now;
        Instant lasting = opened.plus(ComesAndGoes.LASTING);
        return lasting.isAfter(due) ? lasting : due;
    }

    /// One that is not named by a message that is still to leave needs one more, which waits for further ones.
    private List<Step> joined(Incident incident, Group group, List<Told> told, Instant now) {
        if (group.part() == 0) {
            return beingMended(incident) || group.comesAndGoes() ? List.of() : release(group, told, now);
        }
        boolean written = told.stream()
                .anyMatch(message -> message.transition() == Transition.JOINED && message.part() == group.part());
        if (written) {
            return List.of();
        }
        Instant soon = now.plus(groupInterval);
        Instant gathered = group.comesAndGoes() ? lasting(incident, soon, now) : soon;
        return told.stream()
                .filter(message -> message.transition() == Transition.OPENED && message.stage() != Stage.UNHEARD)
                .flatMap(message -> hearing.named(message.destination()).stream())
                .<Step>map(to -> new Step.Tell(Transition.JOINED, group.part(), to, gathered, true))
                .toList();
    }

    private List<Step> release(Group group, List<Told> told, Instant now) {
        return told.stream()
                .filter(message -> message.stage() == Stage.HELD && message.transition() == Transition.OPENED)
                .<Step>map(message -> new Step.Release(message.delivery(), waited(group, now)))
                .toList();
    }

    private Instant waited(Group group, Instant now) {
        return group.waits() ? now.plus(groupWait) : now;
    }

    /// Only what is still held back can change: it goes out when people must act after all, to whom it then
    /// concerns.
    private List<Step> updated(Incident incident, Instant at, Group group, List<Told> told, Instant now) {
        List<Told> held = told.stream()
                .filter(message -> message.stage() == Stage.HELD && message.transition() == Transition.OPENED)
                .toList();
        if (held.isEmpty() || beingMended(incident) || group.part() > 0 || group.comesAndGoes() && !group.leads()) {
            return List.of();
        }
        if (!group.leads()) {
            return release(group, told, now);
        }
        Set<String> concerned = hearing.of(Audience.of(incident), incident).stream()
                .map(Destination::name)
                .collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>();
        for (Told message : held) {
            steps.add(
                    concerned.contains(message.destination())
                            ? new Step.Release(message.delivery(), due(incident, at, group, now))
                            : new Step.StaySilent(message.delivery()));
        }
        steps.addAll(opened(incident, at, group, told, now));
        return steps;
    }

    /// Told when the last of the group is over. A message about accounts that joined and are well again is not needed.
    private List<Step> resolved(Group group, List<Told> told, Instant now) {
        List<Step> steps = new ArrayList<>();
        for (Told message : told) {
            boolean moot =
                    switch (message.transition()) {
                        case JOINED -> group.over() || group.partOver() && message.part() == group.part();
                        case REMINDED, ESCALATED -> group.over();
                        case OPENED, RESOLVED -> false;
                    };
            if (moot && (message.stage() == Stage.HELD || message.stage() == Stage.CERTAIN)) {
                steps.add(new Step.StaySilent(message.delivery()));
            }
        }
        if (!group.over()) {
            return steps;
        }
        Set<String> ended = told.stream()
                .filter(message -> message.transition() == Transition.RESOLVED)
                .map(Told::destination)
                .collect(Collectors.toSet());
        for (Told message : told) {
            boolean first = message.transition() == Transition.OPENED;
            boolean heard = message.stage() == Stage.LEFT || first && message.stage() == Stage.CERTAIN;
            if (first && message.stage() == Stage.HELD) {
                steps.add(new Step.StaySilent(message.delivery()));
            } else if (heard && BEGINNING.contains(message.transition()) && ended.add(message.destination())) {
                hearing.named(message.destination())
                        .ifPresent(to -> steps.add(new Step.Tell(Transition.RESOLVED, 0, to, now, false)));
            }
        }
        return steps;
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("adskull.alerts." + name + " must not be negative, not " + value);
        }
        return value;
    }

    private static boolean beingMended(Incident incident) {
        return incident.actor() == Actor.AUTOMATIC;
    }
}
