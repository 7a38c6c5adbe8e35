package io.adskull.token.account;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tenant has connected.
@Path("/connections")
@Blocking
public class ConnectionsResource {
    private final Caller caller;
    private final Connections connections;
    private final ReachedAccounts accounts;
    private final DisconnectAccounts disconnect;

    ConnectionsResource(
            Caller caller, Connections connections, ReachedAccounts accounts, DisconnectAccounts disconnect) {
        this.caller = caller;
        this.connections = connections;
        this.accounts = accounts;
        this.disconnect = disconnect;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public List<Listed> list() {
        return connections.ofTenant(caller.tenant()).stream().map(this::listed).toList();
    }

    @DELETE
    @Path("/{id}")
    public Response disconnect(String id) {
        String tenant = caller.tenantToChange();
        try {
            return disconnect.disconnect(ConnectionId.parse(id), tenant)
                    ? Response.noContent().build()
                    : Problem.notFound("no such connection");
        } catch (UnreadableEvent e) {
            return Problem.notFound("no such connection");
        }
    }

    private Listed listed(Connection c) {
        List<Account> reached = accounts.of(c.id()).stream()
                .map(a -> new Account(a.account(), a.account().accountId(), a.name()))
                .toList();
        return new Listed(
                c.id(),
                c.platform(),
                c.kind(),
                c.businessName(),
                reached,
                c.state(),
                c.connectedAt(),
                c.expiresAt().orElse(null));
    }

    /// @param expiresAt when the access token ends; absent when it does not end by time
    public record Listed(
            ConnectionId id,
            Platform platform,
            String kind,
            String businessName,
            List<Account> accounts,
            ConnectionState state,
            Instant connectedAt,
            @Nullable Instant expiresAt) {}

    public record Account(AccountKey key, String id, String name) {}
}
