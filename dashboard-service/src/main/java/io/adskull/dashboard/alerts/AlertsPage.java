package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the page of alerts shows.
///
/// @param trouble why there is nothing to show; empty when all was read
/// @param problem why what a button asked for was not done
/// @param adding what is typed about a new destination
/// @param refused why that is not added
/// @param made a webhook that was added just now, with its secret
public record AlertsPage(
        boolean mayChange,
        String trouble,
        String problem,
        List<DestinationLine> destinations,
        List<RouteLine> routes,
        List<MuteLine> mutes,
        DestinationForm adding,
        String refused,
        Optional<Destination> made) {

    AlertsPage about(String why) {
        return new AlertsPage(mayChange, trouble, why, destinations, routes, mutes, adding, refused, made);
    }

    AlertsPage refusing(DestinationForm typed, String why) {
        return new AlertsPage(mayChange, trouble, problem, destinations, routes, mutes, typed.echoed(), why, made);
    }

    AlertsPage tested(UUID destination, TestResult result) {
        List<DestinationLine> lines = destinations.stream()
                .map(line -> line.it().id().equals(destination) ? line.with(result) : line)
                .toList();
        return new AlertsPage(mayChange, trouble, problem, lines, routes, mutes, adding, refused, made);
    }

    AlertsPage showing(Destination webhook) {
        return new AlertsPage(
                mayChange, trouble, problem, destinations, routes, mutes, adding, refused, Optional.of(webhook));
    }

    /// Whether there is a destination that hears what no route sends anywhere.
    public boolean restIsHeard() {
        return destinations.stream().anyMatch(line -> line.it().hearsRest() && line.hears());
    }

    /// Who can hear of what nobody reacts to at the destination that is added.
    public List<Choice> others() {
        return Choice.destinations(
                destinations.stream().map(DestinationLine::it).toList(),
                adding.escalation().to());
    }
}
