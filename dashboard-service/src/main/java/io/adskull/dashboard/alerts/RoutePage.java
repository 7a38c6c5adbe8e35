package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the page shows on which a route is added or edited.
///
/// @param id empty for a new one
/// @param known the name it has until now; empty for a new one
/// @param all the tenant's destinations
/// @param problem why what was asked for was not done
public record RoutePage(Optional<UUID> id, String known, RouteForm form, List<Destination> all, String problem) {
    public String address() {
        return id.map(known -> "/alerts/routes/" + known).orElse("/alerts/routes");
    }

    public List<Choice> destinations() {
        return Choice.destinations(all, form.to());
    }

    /// Who can hear of what nobody reacts to.
    public List<Choice> others() {
        return Choice.destinations(all, form.escalation().to());
    }
}
