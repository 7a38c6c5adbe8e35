package io.adskull.simulator;

import java.util.Optional;

/// A platform that faults and scenarios can be ordered for. Its scenarios stand in
/// `platforms/<name>/scenarios.yaml`.
public interface SimulatedPlatform {
    /// Lower case, as written in the control API.
    String name();

    /// What may be left out at the start of a path in the control API, without a slash at its end.
    String pathPrefix();

    /// Where tokens are refreshed, for the failures that every token endpoint shares; empty when nothing is refreshed.
    default Optional<String> tokenPath() {
        return Optional.empty();
    }
}
