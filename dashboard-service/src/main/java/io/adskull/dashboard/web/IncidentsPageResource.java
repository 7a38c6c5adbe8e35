package io.adskull.dashboard.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.IncidentCursor;
import io.adskull.dashboard.overview.IncidentFilter;
import io.adskull.dashboard.overview.IncidentOrder;
import io.adskull.dashboard.overview.IncidentQuery;
import io.adskull.dashboard.overview.IncidentSlice;
import io.adskull.dashboard.overview.IncidentState;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The list of all incidents: open ones, the worst first, or resolved ones, the newest first. What a form leaves
/// empty, or what no longer exists, filters nothing.
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class IncidentsPageResource {
    private static final int SHOWN = 50;

    private final Overview overview;
    private final Links links;

    IncidentsPageResource(Overview overview, Links links) {
        this.overview = overview;
        this.links = links;
    }

    @GET
    @Path("incidents")
    @Operation(hidden = true)
    public TemplateInstance incidents(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("platform") @DefaultValue("") String platform,
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("after") @DefaultValue("") String after,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        IncidentState wanted = IncidentState.find(state).orElse(IncidentState.OPEN);
        IncidentsPage shown = page(new IncidentQuery(
                Optional.of(wanted),
                Optional.empty(),
                new IncidentFilter(
                        search,
                        IncidentFilter.severity(severity),
                        Platform.find(platform),
                        IncidentFilter.actor(actor)),
                wanted == IncidentState.OPEN ? IncidentOrder.WORST : IncidentOrder.NEWEST,
                cursor(after),
                SHOWN));
        return htmx.isPresent() ? Pages.incidents$content(shown) : Pages.incidents(shown);
    }

    private IncidentsPage page(IncidentQuery query) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            IncidentSlice slice = overview.slice(query);
            return new IncidentsPage(
                    query, cards(slice.incidents()), slice.next(), overview.count(query), overview.open());
        });
    }

    private List<IncidentCard> cards(List<IncidentView> incidents) {
        Set<AccountKey> accounts = incidents.stream().map(IncidentView::account).collect(toSet());
        Map<AccountKey, UUID> connections =
                overview.accounts(accounts).stream().collect(toMap(AccountView::key, AccountView::connectionId));
        return incidents.stream()
                .map(incident ->
                        IncidentCard.of(incident, Optional.ofNullable(connections.get(incident.account())), links))
                .toList();
    }

    private static Optional<IncidentCursor> cursor(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(IncidentCursor.parse(text));
        } catch (UnreadableEvent e) {
            throw Problem.badRequest("This part of the list cannot be found. Open the list of incidents again.");
        }
    }
}
