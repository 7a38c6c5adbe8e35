package io.adskull.dashboard.alerts;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// One box to tick.
public record Choice(String value, String label, boolean chosen) {
    private static final int MOST_ACCOUNTS = 300;

    static List<Choice> platforms(List<String> chosen) {
        return of(Platform.values(), Platform::id, Platform::displayName, chosen);
    }

    static List<Choice> causes(List<String> chosen) {
        return of(Cause.values(), Cause::name, Words::label, chosen);
    }

    static List<Choice> actors(List<String> chosen) {
        return of(Actor.values(), Actor::name, Actor::displayName, chosen);
    }

    static List<Choice> severities(List<String> chosen) {
        return of(Severity.values(), Severity::name, Choice::meaning, chosen);
    }

    /// By their ids.
    static List<Choice> destinations(List<Destination> all, List<String> chosen) {
        return all.stream()
                .map(one -> new Choice(
                        one.id().toString(),
                        one.name() + " (" + DestinationForm.label(one.kind()) + ", " + one.recipient() + ")",
                        chosen.contains(one.id().toString())))
                .toList();
    }

    /// The first in the order of their names. Further ones are typed: a browser does not list more in a way that helps.
    static List<Choice> accounts(Overview overview) {
        return overview.accountsByName(MOST_ACCOUNTS).stream()
                .map(account -> new Choice(account.key().toString(), account.name(), false))
                .toList();
    }

    /// Empty for what is none of ours.
    static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String meaning(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Critical: nothing works until somebody acts";
            case WARNING -> "Warning: a part does not work";
            case INFO -> "Info: it heals by itself, or no campaign notices";
        };
    }

    private static <T> List<Choice> of(
            T[] all, Function<T, String> value, Function<T, String> label, List<String> chosen) {
        return Arrays.stream(all)
                .map(one -> new Choice(value.apply(one), label.apply(one), chosen.contains(value.apply(one))))
                .toList();
    }
}
