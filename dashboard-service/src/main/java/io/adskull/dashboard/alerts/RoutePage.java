package io.adskull.dashboard.alerts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the page shows on which a route is added or edited.
///
/// @param id absent as long as it is new
/// @param known its name so far; empty as long as it is new
/// @param destinations to choose from
/// @param problem why what was asked for was not done
public record RoutePage(Optional<UUID> id, String known, RouteForm form, List<Choice> destinations, String problem) {

    public String address() {
        return id.map(known -> "/alerts/routes/" + known).orElse("/alerts/routes");
    }
}
