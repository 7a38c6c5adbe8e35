package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import java.util.List;
import java.util.Optional;

/// What the page of alerts shows.
///
/// @param trouble why there is nothing to show; empty when all was read
/// @param made a webhook that was added just now, with its secret
/// @param problem why what was asked for was not done
public record AlertsPage(
        boolean mayChange,
        String trouble,
        List<Line> destinations,
        List<RouteLine> routes,
        DestinationForm form,
        Optional<Destination> made,
        String problem) {

    /// @param tested what became of a test just now
    public record Line(Destination it, Optional<TestResult> tested) {
        public String kind() {
            return DestinationForm.label(it.kind());
        }

        public boolean off() {
            return it.offAt() != null;
        }
    }

    /// Whether there is a destination that hears what no route sends anywhere.
    public boolean restIsHeard() {
        return destinations.stream().anyMatch(line -> line.it().hearsRest() && !line.off());
    }
}
