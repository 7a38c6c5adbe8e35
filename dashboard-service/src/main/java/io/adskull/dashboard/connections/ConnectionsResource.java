package io.adskull.dashboard.connections;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.credentials.CredentialEntry;
import io.adskull.dashboard.credentials.CredentialHistory;
import io.adskull.dashboard.web.ConnectLink;
import io.adskull.dashboard.web.Links;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The pages of connections. Asked by htmx, each gives only the part of it that changes.
@Path("/connections")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class ConnectionsResource {
    private static final int SHOWN = 25;
    private static final int DISCONNECTED_SHOWN = 20;
    private static final int CHANGES_SHOWN = 5;
    private static final int CHANGES_OF_A_PAGE = 50;

    private static final Comparator<ConnectionDetail> NEWEST_FIRST =
            Comparator.comparing(ConnectionDetail::lastChangeAt, Comparator.nullsLast(Comparator.reverseOrder()));

    private final ListConnections connections;
    private final FoundConnection found;
    private final CredentialHistory history;
    private final Links links;
    private final InstantSource clock;

    ConnectionsResource(
            ListConnections connections,
            FoundConnection found,
            CredentialHistory history,
            Links links,
            InstantSource clock) {
        this.connections = connections;
        this.found = found;
        this.history = history;
        this.links = links;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance connections(
            @QueryParam("after") Optional<String> after, @HeaderParam("HX-Request") Optional<String> htmx) {
        List<ConnectionDetail> all = connections.all();
        List<ConnectionDetail> live =
                all.stream().filter(one -> !one.disconnected()).toList();
        Part<ConnectionDetail> part =
                Part.of(Part.behind(live, after, one -> one.id().toString()), SHOWN, one -> one.id()
                        .toString());
        ConnectionsPage page = new ConnectionsPage(
                part.items().stream()
                        .map(one -> ConnectionCard.of(one, history.newest(one.id(), CHANGES_SHOWN), links))
                        .toList(),
                live.size(),
                live.stream().filter(one -> one.standing().urgent()).count(),
                Ends.of(live, clock.instant()),
                all.stream()
                        .filter(ConnectionDetail::disconnected)
                        .sorted(NEWEST_FIRST)
                        .limit(DISCONNECTED_SHOWN)
                        .toList(),
                ConnectLink.all(links),
                address("/connections", after.orElse(null)),
                part.next() == null ? "" : address("/connections", part.next()));
        return htmx.isPresent() ? Connections.connections$content(page) : Connections.connections(page);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance connection(
            @PathParam("id") String id,
            @QueryParam("after") Optional<String> after,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        ConnectionDetail connection = found.of(id);
        String path = "/connections/" + connection.id();
        Part<CredentialEntry> part = found.history(connection, after, CHANGES_OF_A_PAGE);
        ConnectionPage page = new ConnectionPage(
                ConnectionCard.of(connection, part.items(), links),
                address(path, after.orElse(null)),
                part.next() == null ? "" : address(path, part.next()));
        return htmx.isPresent() ? Connections.connection$content(page) : Connections.connection(page);
    }

    private static String address(String path, @Nullable String after) {
        return after == null ? path : path + "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }
}
