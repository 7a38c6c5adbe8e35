package io.adskull.dashboard.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Attention;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.overview.AccountQuery;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Grouping;
import io.adskull.dashboard.overview.Health;
import io.adskull.dashboard.overview.IncidentQuery;
import io.adskull.dashboard.overview.IncidentState;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.problem.Found;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The pages. Asked by htmx, each gives only the part of it that changes.
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class PagesResource {
    private static final int WORST_SHOWN = 10;
    private static final int OPEN_SHOWN = 50;
    private static final int RESOLVED_SHOWN = 5;

    private final Overview overview;
    private final Found found;
    private final Links links;
    private final Notifier notifier;

    PagesResource(Overview overview, Found found, Links links, Notifier notifier) {
        this.overview = overview;
        this.found = found;
        this.links = links;
        this.notifier = notifier;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance overview(
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("health") @DefaultValue("") String health,
            @QueryParam("platform") @DefaultValue("") String platform,
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("page") @DefaultValue("1") String page,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        AccountQuery query = new AccountQuery(
                search, Health.find(health), Platform.find(platform), Grouping.find(group), number(page));
        List<IncidentView> open = overview.worst(WORST_SHOWN);
        List<IncidentView> resolved = overview.incidents(IncidentQuery.all(IncidentState.RESOLVED, RESOLVED_SHOWN));
        Map<AccountKey, UUID> connections = connections(Stream.concat(open.stream(), resolved.stream()));
        OverviewPage shown = OverviewPage.of(
                overview.counts(),
                cards(open, connections),
                overview.open(),
                cards(resolved, connections),
                new AccountList(overview.accounts(query), query),
                ConnectLink.all(links));
        return htmx.isPresent() ? Pages.overview$content(shown) : Pages.overview(shown);
    }

    @GET
    @Path("incidents/{id}")
    @Operation(hidden = true)
    public TemplateInstance incident(@PathParam("id") String id, @HeaderParam("HX-Request") Optional<String> htmx) {
        IncidentView incident = found.incident(id);
        Optional<UUID> connection = overview.account(incident.account()).map(AccountView::connectionId);
        IncidentPage shown = new IncidentPage(
                IncidentCard.of(incident, connection, links),
                overview.timeline(incident),
                incident.open() ? attention(incident.id()) : Optional.empty(),
                incident.open() && links.mayConnect());
        return htmx.isPresent() ? Pages.incident$content(shown) : Pages.incident(shown);
    }

    @GET
    @Path("accounts/{platform}/{accountId}")
    @Operation(hidden = true)
    public TemplateInstance account(
            @PathParam("platform") String platform,
            @PathParam("accountId") String accountId,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        AccountView account = found.account(platform, accountId);
        Map<AccountKey, UUID> connections = Map.of(account.key(), account.connectionId());
        AccountPage shown = new AccountPage(
                account,
                cards(incidents(IncidentState.OPEN, account), connections),
                cards(incidents(IncidentState.RESOLVED, account), connections),
                links.reconnect(account.platform(), account.connectionId()),
                links.disconnect(account.platform(), account.connectionId()));
        return htmx.isPresent() ? Pages.account$content(shown) : Pages.account(shown);
    }

    private Optional<Attention> attention(UUID incident) {
        return notifier.attention(incident) instanceof Given<Attention>(Attention now)
                ? Optional.of(now)
                : Optional.empty();
    }

    private List<IncidentView> incidents(IncidentState state, AccountView account) {
        return overview.incidents(IncidentQuery.all(state, OPEN_SHOWN).of(account.key()));
    }

    private Map<AccountKey, UUID> connections(Stream<IncidentView> incidents) {
        Set<AccountKey> accounts = incidents.map(IncidentView::account).collect(toSet());
        return overview.accounts(accounts).stream().collect(toMap(AccountView::key, AccountView::connectionId));
    }

    private List<IncidentCard> cards(List<IncidentView> incidents, Map<AccountKey, UUID> connections) {
        return incidents.stream()
                .map(incident ->
                        IncidentCard.of(incident, Optional.ofNullable(connections.get(incident.account())), links))
                .toList();
    }

    private static int number(String text) {
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }
}
