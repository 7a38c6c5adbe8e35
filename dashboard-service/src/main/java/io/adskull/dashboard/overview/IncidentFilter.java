package io.adskull.dashboard.overview;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Severity;
import java.util.Arrays;
import java.util.Optional;

/// Which incidents are wanted among those of a state.
///
/// @param search words of the account's name, number or business; empty for all
/// @param actor who must act
public record IncidentFilter(
        String search, Optional<Severity> severity, Optional<Platform> platform, Optional<Actor> actor) {
    public static final IncidentFilter NONE =
            new IncidentFilter("", Optional.empty(), Optional.empty(), Optional.empty());

    public IncidentFilter {
        search = new Search(search).text();
    }

    /// Whether it leaves incidents out.
    public boolean narrows() {
        return !equals(NONE);
    }

    /// @param name as addresses and JSON write it
    public static Optional<Severity> severity(String name) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(name))
                .findFirst();
    }

    /// @param name as addresses and JSON write it
    public static Optional<Actor> actor(String name) {
        return Arrays.stream(Actor.values())
                .filter(actor -> actor.name().equals(name))
                .findFirst();
    }
}
