package io.adskull.dashboard.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.access.Tenant;
import io.adskull.dashboard.history.History;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Attention;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.overview.AccountCount;
import io.adskull.dashboard.overview.AccountQuery;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Grouping;
import io.adskull.dashboard.overview.Health;
import io.adskull.dashboard.overview.IncidentCursor;
import io.adskull.dashboard.overview.IncidentQuery;
import io.adskull.dashboard.overview.IncidentState;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.time.Instant;
import java.time.InstantSource;
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
    private static final int HISTORY_SHOWN = 20;

    private final Overview overview;
    private final Found found;
    private final Links links;
    private final Notifier notifier;
    private final History history;
    private final SharedContents shared;
    private final Tenant tenant;
    private final InstantSource clock;

    PagesResource(
            Overview overview,
            Found found,
            Links links,
            Notifier notifier,
            History history,
            SharedContents shared,
            Tenant tenant,
            InstantSource clock) {
        this.overview = overview;
        this.found = found;
        this.links = links;
        this.notifier = notifier;
        this.history = history;
        this.shared = shared;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public String overview(
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("health") @DefaultValue("") String health,
            @QueryParam("platform") @DefaultValue("") String platform,
            @QueryParam("group") @DefaultValue("") String group,
            @QueryParam("page") @DefaultValue("1") String page,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        AccountQuery query = new AccountQuery(
                search, Health.find(health), Platform.find(platform), Grouping.find(group), number(page));
        return htmx.isPresent()
                ? shared.of(
                        new SharedContents.Key(tenant.name(), tenant.mayChange(), query),
                        () -> Pages.overview$content(overviewPage(query)).render())
                : Pages.overview(overviewPage(query)).render();
    }

    private OverviewPage overviewPage(AccountQuery query) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<IncidentView> open = overview.worst(WORST_SHOWN);
            List<IncidentView> resolved = overview.incidents(IncidentQuery.all(IncidentState.RESOLVED, RESOLVED_SHOWN));
            Map<AccountKey, UUID> connections = connections(Stream.concat(open.stream(), resolved.stream()));
            List<AccountCount> counts = overview.counts();
            return OverviewPage.of(
                    counts,
                    cards(open, connections),
                    overview.open(),
                    cards(resolved, connections),
                    new AccountList(overview.accounts(query, counts), query, clock.instant()),
                    ConnectLink.all(links));
        });
    }

    @GET
    @Path("incidents/{id}")
    @Operation(hidden = true)
    public TemplateInstance incident(
            @PathParam("id") String id,
            @QueryParam("asked") Optional<String> asked,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        IncidentView incident = found.incident(id);
        Optional<AccountView> account = overview.account(incident.account());
        Instant now = clock.instant();
        IncidentPage shown = new IncidentPage(
                IncidentCard.of(incident, account.map(AccountView::connectionId), links)
                        .asked(RetestAnswer.asked(asked, now).map(at -> RetestAnswer.of(incident, at, now))),
                overview.timeline(incident),
                account,
                account.map(known -> AccountPart.worstFirst(known, overview.workingSince(known)))
                        .orElse(List.of()),
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
            @QueryParam("before") Optional<String> before,
            @QueryParam("asked") Optional<String> asked,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        AccountView account = found.account(platform, accountId);
        Map<AccountKey, UUID> connections = Map.of(account.key(), account.connectionId());
        Optional<IncidentCursor> cursor = before.map(PagesResource::cursor);
        Instant now = clock.instant();
        AccountPage shown = new AccountPage(
                account,
                AccountPart.all(account, overview.workingSince(account)),
                cards(
                        overview.incidents(IncidentQuery.all(IncidentState.OPEN, OPEN_SHOWN)
                                .of(account.key())),
                        connections),
                history.uptime(account),
                overview.slice(IncidentQuery.history(account.key(), cursor, HISTORY_SHOWN)),
                cursor,
                RetestAnswer.asked(asked, now).map(at -> RetestAnswer.of(account, at, now)),
                links.reconnect(account.platform(), account.connectionId()),
                links.disconnect(account.platform(), account.connectionId()),
                now);
        return htmx.isPresent() ? Pages.account$content(shown) : Pages.account(shown);
    }

    private static IncidentCursor cursor(String text) {
        try {
            return IncidentCursor.parse(text);
        } catch (UnreadableEvent e) {
            throw Problem.badRequest("This part of the history cannot be found. Open the account's page again.");
        }
    }

    private Optional<Attention> attention(UUID incident) {
        return notifier.attention(incident) instanceof Given<Attention>(Attention now)
                ? Optional.of(now)
                : Optional.empty();
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
