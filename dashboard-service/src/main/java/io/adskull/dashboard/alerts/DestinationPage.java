package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;

/// What the page shows on which a destination is edited.
///
/// @param all the tenant's destinations, this one as well
/// @param problem why what was asked for was not done
public record DestinationPage(Destination known, DestinationForm form, List<Destination> all, String problem) {
    /// Who can hear of what nobody reacts to here.
    public List<Choice> others() {
        return Choice.destinations(
                all.stream().filter(one -> !one.id().equals(known.id())).toList(),
                form.escalation().to());
    }
}
