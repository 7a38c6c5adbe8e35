package io.adskull.dashboard.web;

import io.adskull.contract.remediation.Actor;
import io.adskull.dashboard.overview.IncidentView;

/// An incident with what a page needs beside it.
///
/// @param reconnect where to connect again; empty when that would not help
public record IncidentCard(IncidentView incident, String reconnect) {

    static IncidentCard of(IncidentView incident, String kind, Links links) {
        boolean helps = incident.open() && incident.actor() == Actor.ACCOUNT_USER;
        return new IncidentCard(incident, helps ? links.connect(incident.platform(), kind) : "");
    }
}
