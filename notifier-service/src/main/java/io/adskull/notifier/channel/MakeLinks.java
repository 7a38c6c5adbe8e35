package io.adskull.notifier.channel;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.ticket.ConnectTicket;
import io.adskull.contract.ticket.TicketSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes an alert's links. That to the consent page carries a signed ticket of its own, good for a week and until
/// somebody used one.
@ApplicationScoped
public class MakeLinks {
    private final String dashboard;
    private final String tokenService;
    private final TicketSeal seal;
    private final Clock clock;

    public MakeLinks(
            @ConfigProperty(name = "adskull.dashboard-url") URI dashboard,
            @ConfigProperty(name = "adskull.token-service-public-url") URI tokenService,
            @ConfigProperty(name = "adskull.tickets.key-file") Path keyFile,
            Clock clock) {
        this.dashboard = withoutSlash(dashboard);
        this.tokenService = withoutSlash(tokenService);
        this.seal = new TicketSeal(keyFile);
        this.clock = clock;
    }

    public AlertLinks of(Alert alert) {
        Incident incident = alert.incident();
        return new AlertLinks(
                Wording.isOfACall(incident) ? dashboard + "/incidents/" + incident.id() : dashboard + "/",
                alert instanceof Alert.Opened
                        ? Optional.ofNullable(incident.connection())
                                .filter(connection -> incident.mendedByReconnecting())
                                .map(connection -> reconnect(incident, connection))
                        : Optional.empty());
    }

    private String reconnect(Incident incident, ConnectionId connection) {
        var ticket = ConnectTicket.again(incident.tenant(), incident.account().platform(), connection, clock.instant());
        return tokenService + "/reconnect?ticket=" + seal.sign(ticket);
    }

    private static String withoutSlash(URI base) {
        return base.toString().replaceAll("/+$", "");
    }
}
