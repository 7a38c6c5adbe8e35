package io.adskull.notifier.routing;

import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Audience;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.routing.Told.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Decides whom a transition concerns and when they hear of it. Pure: the same history gives the same steps.
final class Deciding {
    private final Duration patience;
    private final Function<Audience, List<Destination>> destinations;

    Deciding(Duration patience, Function<Audience, List<Destination>> destinations) {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("adskull.alerts.patience must not be negative, not " + patience);
        }
        this.patience = patience;
        this.destinations = destinations;
    }

    /// @param told what earlier transitions of the same incident led to
    List<Step> decide(Remediation transition, List<Told> told, Instant now) {
        return switch (transition) {
            case Remediation.Opened opened -> opened(opened.incident(), opened.at(), told, now);
            case Remediation.Updated updated -> updated(updated.incident(), updated.at(), told, now);
            case Remediation.Resolved resolved -> resolved(told, now);
        };
    }

    /// Who can do something about it: what no advertiser can mend goes to the operators.
    static Audience audience(Incident incident) {
        return switch (incident.actor()) {
            case DEVELOPER, PLATFORM -> Audience.OPERATORS;
            case AUTOMATIC, ACCOUNT_USER, BUSINESS_ADMIN, BILLING_OWNER ->
                switch (incident.cause()) {
                    case INVALID_REQUEST,
                            API_VERSION_RETIRED,
                            APP_NOT_APPROVED,
                            APP_CREDENTIALS_INVALID,
                            NETWORK_RESTRICTED,
                            UNKNOWN -> Audience.OPERATORS;
                    case TOKEN_EXPIRED,
                            TOKEN_INVALID,
                            REFRESH_TOKEN_INVALID,
                            SCOPE_MISSING,
                            RESOURCE_PERMISSION_MISSING,
                            ACCOUNT_ACCESS_MISSING,
                            ACCOUNT_DISABLED,
                            BILLING_REQUIRED,
                            USER_ACTION_REQUIRED,
                            AUTH_CODE_INVALID,
                            RATE_LIMITED,
                            QUOTA_EXHAUSTED,
                            PLATFORM_ERROR,
                            PLATFORM_MAINTENANCE,
                            NOT_FOUND,
                            CONFLICT,
                            POLICY_VIOLATION -> Audience.ADVERTISERS;
                };
        };
    }

    private List<Step> opened(Incident incident, Instant at, List<Told> told, Instant now) {
        boolean held = beingMended(incident);
        Instant start = at.isBefore(now) ? at : now;
        Instant due = held ? start.plus(patience) : now;
        Set<String> known = told.stream().map(Told::destination).collect(Collectors.toSet());
        return destinations.apply(audience(incident)).stream()
                .filter(to -> !known.contains(to.name()))
                .<Step>map(to -> new Step.Tell(Transition.OPENED, to, due, held))
                .toList();
    }

    /// Only what is still held back can change: it goes out when people must act after all, to whom it then
    /// concerns.
    private List<Step> updated(Incident incident, Instant at, List<Told> told, Instant now) {
        List<Told> held =
                told.stream().filter(message -> message.stage() == Stage.HELD).toList();
        if (held.isEmpty() || beingMended(incident)) {
            return List.of();
        }
        Set<String> concerned = destinations.apply(audience(incident)).stream()
                .map(Destination::name)
                .collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>();
        for (Told message : held) {
            steps.add(
                    concerned.contains(message.destination())
                            ? new Step.Release(message.delivery())
                            : new Step.StaySilent(message.delivery()));
        }
        steps.addAll(opened(incident, at, told, now));
        return steps;
    }

    private List<Step> resolved(List<Told> told, Instant now) {
        boolean said = told.stream().anyMatch(message -> message.transition() == Transition.RESOLVED);
        List<Step> steps = new ArrayList<>();
        for (Told message : told) {
            switch (message.stage()) {
                case HELD -> steps.add(new Step.StaySilent(message.delivery()));
                case CERTAIN -> {
                    if (!said) {
                        everyone()
                                .filter(to -> to.name().equals(message.destination()))
                                .forEach(to -> steps.add(new Step.Tell(Transition.RESOLVED, to, now, false)));
                    }
                }
                case UNHEARD -> {}
            }
        }
        return steps;
    }

    private java.util.stream.Stream<Destination> everyone() {
        return java.util.Arrays.stream(Audience.values()).flatMap(audience -> destinations.apply(audience).stream());
    }

    private static boolean beingMended(Incident incident) {
        return incident.actor() == Actor.AUTOMATIC;
    }
}
