package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.notifier.Route;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a person ticks and types about a route.
///
/// @param accounts one a line, such as `tiktok/7012345678901234567`
/// @param to ids of destinations
public record RouteForm(
        String name,
        List<String> platforms,
        List<String> causes,
        List<String> actors,
        List<String> severities,
        String accounts,
        List<String> to) {

    static RouteForm empty() {
        return new RouteForm("", List.of(), List.of(), List.of(), List.of(), "", List.of());
    }

    static RouteForm of(Route route) {
        return new RouteForm(
                route.name(),
                route.platforms(),
                route.causes(),
                route.actors(),
                route.severities(),
                String.join("\n", route.accounts()),
                route.destinations().stream().map(UUID::toString).toList());
    }

    static RouteForm typed(MultivaluedMap<String, String> form) {
        return new RouteForm(
                text(form, "name").strip(),
                all(form, "platforms"),
                all(form, "causes"),
                all(form, "actors"),
                all(form, "severities"),
                text(form, "accounts"),
                all(form, "to"));
    }

    Route asked() {
        return new Route(
                null,
                name,
                platforms,
                Arrays.stream(accounts.split("[\\s,;]+"))
                        .filter(account -> !account.isEmpty())
                        .toList(),
                causes,
                actors,
                severities,
                to.stream().flatMap(id -> Choice.id(id).stream()).toList(),
                null,
                null);
    }

    public List<Choice> platformChoices() {
        return Choice.platforms(platforms);
    }

    public List<Choice> causeChoices() {
        return Choice.causes(causes);
    }

    public List<Choice> actorChoices() {
        return Choice.actors(actors);
    }

    public List<Choice> severityChoices() {
        return Choice.severities(severities);
    }

    List<Choice> among(List<Destination> destinations) {
        return Choice.destinations(destinations, to);
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    private static List<String> all(MultivaluedMap<String, String> form, String name) {
        return form.containsKey(name) ? List.copyOf(form.get(name)) : List.of();
    }
}
