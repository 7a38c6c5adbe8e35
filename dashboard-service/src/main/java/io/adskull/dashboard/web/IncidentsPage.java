package io.adskull.dashboard.web;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Severity;
import io.adskull.dashboard.overview.IncidentCursor;
import io.adskull.dashboard.overview.IncidentFilter;
import io.adskull.dashboard.overview.IncidentQuery;
import io.adskull.dashboard.overview.IncidentState;
import java.util.List;
import java.util.Optional;

/// A part of the list of all incidents of one state, as searched and filtered, and the addresses around it.
///
/// @param query what was asked for; its state is never empty
/// @param next where the list goes on
/// @param matching how many match in all
/// @param openTotal how many are open, whatever is searched for
public record IncidentsPage(
        IncidentQuery query, List<IncidentCard> cards, Optional<IncidentCursor> next, long matching, long openTotal) {
    public IncidentFilter filter() {
        return query.filter();
    }

    /// The state of everything in one sentence; also read out when it changes.
    public String headline() {
        if (openTotal == 0) {
            return "No incident is open";
        }
        return openTotal == 1 ? "1 incident is open" : openTotal + " incidents are open";
    }

    public boolean open() {
        return query.state().filter(IncidentState.OPEN::equals).isPresent();
    }

    /// Whether there is one only, which is then shown unfolded.
    public boolean single() {
        return open() && matching == 1;
    }

    public boolean isOf(Severity severity) {
        return filter().severity().filter(severity::equals).isPresent();
    }

    public boolean isOf(Platform platform) {
        return filter().platform().filter(platform::equals).isPresent();
    }

    public boolean isOf(Actor actor) {
        return filter().actor().filter(actor::equals).isPresent();
    }

    public List<Severity> severities() {
        return List.of(Severity.values());
    }

    public List<Platform> platforms() {
        return List.of(Platform.values());
    }

    public List<Actor> actors() {
        return List.of(Actor.values());
    }

    /// This part's own address.
    public String address() {
        return address(state(), filter(), query.after());
    }

    /// The list's beginning.
    public String first() {
        return address(state(), filter(), Optional.empty());
    }

    public Optional<String> further() {
        return next.map(on -> address(state(), filter(), Optional.of(on)));
    }

    /// The same without what narrows it.
    public String whole() {
        return address(state(), IncidentFilter.NONE, Optional.empty());
    }

    public String ofOpen() {
        return address(IncidentState.OPEN, filter(), Optional.empty());
    }

    public String ofResolved() {
        return address(IncidentState.RESOLVED, filter(), Optional.empty());
    }

    private IncidentState state() {
        return query.state().orElse(IncidentState.OPEN);
    }

    private static String address(IncidentState state, IncidentFilter filter, Optional<IncidentCursor> after) {
        return new PageAddress("/incidents")
                .with("state", state == IncidentState.OPEN ? "" : state.word())
                .with("q", filter.search())
                .with("severity", filter.severity().map(Severity::name).orElse(""))
                .with("platform", filter.platform().map(Platform::id).orElse(""))
                .with("actor", filter.actor().map(Actor::name).orElse(""))
                .with("after", after.map(IncidentCursor::toString).orElse(""))
                .text();
    }
}
