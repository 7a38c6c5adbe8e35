package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What a person ticks and types about a route.
///
/// @param accounts one a line, such as `tiktok/7012345678901234567`
/// @param labels with commas between them
/// @param to ids of destinations
public record RouteForm(
        String name,
        List<String> platforms,
        List<String> causes,
        List<String> actors,
        List<String> severities,
        String accounts,
        String labels,
        List<String> to,
        EscalationForm escalation) {

    static RouteForm empty() {
        return new RouteForm("", List.of(), List.of(), List.of(), List.of(), "", "", List.of(), EscalationForm.none());
    }

    static RouteForm of(Route route) {
        return new RouteForm(
                route.name(),
                route.platforms(),
                route.causes(),
                route.actors(),
                route.severities(),
                String.join("\n", route.accounts()),
                String.join(", ", Objects.requireNonNullElse(route.labels(), List.of())),
                route.destinations().stream().map(UUID::toString).toList(),
                EscalationForm.of(route.escalateTo(), route.escalateAfter()));
    }

    static RouteForm typed(Sent sent) {
        return new RouteForm(
                sent.text("name"),
                sent.all("platforms"),
                sent.all("causes"),
                sent.all("actors"),
                sent.all("severities"),
                sent.text("accounts"),
                sent.text("labels"),
                sent.all("to"),
                EscalationForm.typed(sent));
    }

    Route asked() {
        return new Route(
                null,
                name,
                platforms,
                among(accounts, "[\\s,;]+"),
                causes,
                actors,
                severities,
                labels(labels),
                to.stream().flatMap(id -> Choice.id(id).stream()).toList(),
                escalation.ids(),
                escalation.length());
    }

    /// As they are typed, with commas between them.
    static List<String> labels(String typed) {
        return among(typed, "[\\n,;]+");
    }

    private static List<String> among(String text, String between) {
        return Arrays.stream(text.split(between))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
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
}
