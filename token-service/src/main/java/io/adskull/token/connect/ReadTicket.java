package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.ticket.ConnectTicket;
import io.adskull.contract.ticket.TicketCheck;
import io.adskull.contract.ticket.TicketSeal;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.ReachedAccounts;
import io.adskull.token.platform.TokenSystems;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a link's ticket allows. Reading it changes nothing, so that programs which open links before people do
/// (mail scanners, previews) use nothing up.
@ApplicationScoped
@Startup
class ReadTicket {
    private final TicketSeal seal;
    private final Connections connections;
    private final ReachedAccounts accounts;
    private final TokenSystems systems;
    private final Clock clock;

    @Inject
    ReadTicket(
            TicketSettings settings,
            Connections connections,
            ReachedAccounts accounts,
            TokenSystems systems,
            Clock clock) {
        this.seal = new TicketSeal(settings.keyFile());
        this.connections = connections;
        this.accounts = accounts;
        this.systems = systems;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Allowed(Purpose purpose) implements Outcome {}

        /// @param accounts by name
        record MayEnd(
                ConnectionId connection, String tenant, Platform platform, String businessName, List<String> accounts)
                implements Outcome {}

        /// Nobody of ours wrote it, or not for this.
        record Forged() implements Outcome {}

        record Expired() implements Outcome {}

        /// The connection has a newer consent.
        record Used(Platform platform, String businessName, Instant at) implements Outcome {}

        record Gone(Platform platform) implements Outcome {}
    }

    @Transactional
    Outcome toReconnect(Optional<String> text) {
        return checked(
                text,
                ConnectTicket.Use.RECONNECT,
                ticket -> found(ticket, connection -> toReconnect(ticket, connection)));
    }

    @Transactional
    Outcome toDisconnect(Optional<String> text) {
        return checked(
                text,
                ConnectTicket.Use.DISCONNECT,
                ticket -> found(
                        ticket,
                        connection -> new Outcome.MayEnd(
                                connection.id(),
                                connection.tenant(),
                                connection.platform(),
                                connection.businessName(),
                                accounts.of(connection.id()).stream()
                                        .map(account -> account.name())
                                        .toList())));
    }

    /// @param kind of the address; the ticket's must be the same
    Outcome toConnect(Optional<String> text, Platform platform, String kind) {
        return checked(text, ConnectTicket.Use.CONNECT, ticket -> {
            boolean meant = ticket.platform() == platform
                    && ticket.kind().equals(kind)
                    && systems.find(platform, kind).isPresent();
            return meant
                    ? new Outcome.Allowed(
                            Purpose.first(ticket.tenant(), platform, kind).askedBy(ticket.by()))
                    : new Outcome.Forged();
        });
    }

    private Outcome checked(Optional<String> text, ConnectTicket.Use use, Function<ConnectTicket, Outcome> valid) {
        return switch (seal.read(text.orElse(""), clock.instant())) {
            case TicketCheck.Forged f -> new Outcome.Forged();
            case TicketCheck.Expired e -> new Outcome.Expired();
            case TicketCheck.Valid(ConnectTicket ticket) ->
                ticket.use() == use ? valid.apply(ticket) : new Outcome.Forged();
        };
    }

    private Outcome found(ConnectTicket ticket, Function<Connection, Outcome> meant) {
        return ticket.connection()
                .flatMap(connections::find)
                .filter(c -> c.tenant().equals(ticket.tenant()) && c.platform() == ticket.platform())
                .map(meant)
                .orElseGet(() -> new Outcome.Gone(ticket.platform()));
    }

    /// Tickets know seconds, so the one that is signed in the second of a consent counts as newer.
    private static Outcome toReconnect(ConnectTicket ticket, Connection connection) {
        boolean used = connection
                .connectedAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .isAfter(ticket.issuedAt().truncatedTo(ChronoUnit.SECONDS));
        return used
                ? new Outcome.Used(connection.platform(), connection.businessName(), connection.connectedAt())
                : new Outcome.Allowed(new Purpose(
                        connection.tenant(),
                        connection.platform(),
                        connection.kind(),
                        Optional.of(connection.id()),
                        ticket.by()));
    }
}
