package io.adskull.dashboard.web;

import io.adskull.contract.remediation.Actor;
import io.adskull.dashboard.overview.IncidentView;
import java.util.Optional;
import java.util.UUID;

/// An incident with what a page needs beside it.
///
/// @param reconnect where to connect again; empty when that would not help
/// @param mayRetest whether the viewer may ask for a re-test
/// @param asked what is known of a re-test that was just asked for
public record IncidentCard(IncidentView incident, String reconnect, boolean mayRetest, Optional<RetestAnswer> asked) {
    /// @param connection of the incident's account, where it is known
    static IncidentCard of(IncidentView incident, Optional<UUID> connection, Links links) {
        boolean helps = incident.open() && incident.actor() == Actor.ACCOUNT_USER;
        return new IncidentCard(
                incident,
                connection
                        .filter(id -> helps)
                        .map(id -> links.reconnect(incident.platform(), id))
                        .orElse(""),
                links.mayConnect(),
                Optional.empty());
    }

    IncidentCard asked(Optional<RetestAnswer> answer) {
        return new IncidentCard(incident, reconnect, mayRetest, answer);
    }
}
