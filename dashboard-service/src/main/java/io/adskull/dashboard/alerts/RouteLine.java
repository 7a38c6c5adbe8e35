package io.adskull.dashboard.alerts;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.notifier.Route;
import io.adskull.dashboard.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A route as a person would say it, such as "TikTok, billing required → Finance".
///
/// @param what it sends on
/// @param next who hears of what nobody reacts to, in plain words
/// @param to the destinations' names; empty when none is left
public record RouteLine(@Nullable UUID id, String name, String what, List<String> to, Optional<String> next) {
    private static final int MOST_SAID = 3;

    /// @param accountName what people call an account
    static RouteLine of(Route route, List<Destination> destinations, Function<String, String> accountName) {
        return new RouteLine(
                route.id(),
                route.name(),
                what(route, accountName),
                destinations.stream()
                        .filter(one -> route.destinations().contains(one.id()))
                        .map(Destination::name)
                        .toList(),
                EscalationForm.said(route.escalateTo(), route.escalateAfter(), destinations));
    }

    private static String what(Route route, Function<String, String> accountName) {
        List<String> said = new ArrayList<>();
        said.add(either(route.platforms(), "platforms", id -> Platform.find(id)
                .map(Platform::displayName)
                .orElse(id)));
        said.add(either(route.accounts(), "accounts", accountName));
        String labels = either(Objects.requireNonNullElse(route.labels(), List.of()), "labels", label -> label);
        said.add(labels.isEmpty() ? "" : "labelled " + labels);
        said.add(either(route.causes(), "causes", RouteLine::cause));
        said.add(either(route.actors(), "others", RouteLine::actor));
        said.add(either(route.severities(), "others", name -> name.toLowerCase(Locale.ROOT)));
        String whole =
                String.join(", ", said.stream().filter(part -> !part.isEmpty()).toList());
        return whole.isEmpty() ? "Everything" : Character.toUpperCase(whole.charAt(0)) + whole.substring(1);
    }

    /// Such as "a, b or 2 more accounts"; empty when any will do.
    private static String either(List<String> values, String what, Function<String, String> word) {
        List<String> words = Stream.concat(
                        values.stream().limit(MOST_SAID).map(word),
                        values.size() > MOST_SAID
                                ? Stream.of(values.size() - MOST_SAID + " more " + what)
                                : Stream.<String>empty())
                .toList();
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    static String cause(String name) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .map(cause -> Words.label(cause).toLowerCase(Locale.ROOT).replace("api ", "API "))
                .orElse(name);
    }

    private static String actor(String name) {
        return Arrays.stream(Actor.values())
                .filter(actor -> actor.name().equals(name))
                .findFirst()
                .map(RouteLine::actor)
                .orElse(name);
    }

    private static String actor(Actor actor) {
        return switch (actor) {
            case AUTOMATIC -> "what AdSkull fixes itself";
            case ACCOUNT_USER -> "for whoever connected it";
            case BUSINESS_ADMIN -> "for an admin of the business";
            case BILLING_OWNER -> "for the billing owner";
            case DEVELOPER -> "for the developers";
            case PLATFORM -> "for the platform";
        };
    }
}
