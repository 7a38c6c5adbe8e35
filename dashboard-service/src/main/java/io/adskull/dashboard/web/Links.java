package io.adskull.dashboard.web;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.ticket.ConnectTicket;
import io.adskull.contract.ticket.TicketSeal;
import io.adskull.dashboard.access.Tenant;
import io.adskull.dashboard.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/// Addresses outside this service. Each carries a ticket signed for the viewer's tenant, since the token service
/// does not know who looks at a page.
@ApplicationScoped
public class Links {
    private final String tokenService;
    private final TicketSeal seal;
    private final Tenant tenant;
    private final Viewer viewer;
    private final InstantSource clock;

    Links(WebSettings settings, Tenant tenant, Viewer viewer, InstantSource clock) {
        this.tokenService = settings.tokenServicePublicUrl().toString().replaceAll("/+$", "");
        this.seal = new TicketSeal(settings.tickets().keyFile());
        this.tenant = tenant;
        this.viewer = viewer;
        this.clock = clock;
    }

    public boolean mayConnect() {
        return tenant.mayChange();
    }

    /// Where a person connects accounts of this kind.
    public String connect(Platform platform, String kind) {
        String ticket = seal.sign(ConnectTicket.first(tenant.name(), platform, kind, clock.instant())
                .by(whoLooks()));
        return tokenService + "/connect/" + platform.id() + "?kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8)
                + "&ticket=" + ticket;
    }

    /// Where a person gives a connection a new consent.
    public String reconnect(Platform platform, UUID connection) {
        var ticket = ConnectTicket.again(tenant.name(), platform, new ConnectionId(connection), clock.instant());
        return tokenService + "/reconnect?ticket=" + seal.sign(ticket.by(whoLooks()));
    }

    /// Where a person is asked whether to end a connection; empty for whoever may not.
    public String disconnect(Platform platform, UUID connection) {
        if (!tenant.mayChange()) {
            return "";
        }
        var ticket = ConnectTicket.end(tenant.name(), platform, new ConnectionId(connection), clock.instant());
        return tokenService + "/disconnect?ticket=" + seal.sign(ticket);
    }

    /// Empty where nobody signs in.
    private String whoLooks() {
        return viewer.local() ? "" : viewer.name();
    }
}
