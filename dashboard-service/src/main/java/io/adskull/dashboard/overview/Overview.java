package io.adskull.dashboard.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.Cause;
import io.adskull.dashboard.credentials.CredentialHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Every question that a page or the API asks; of the request's tenant only.
@ApplicationScoped
@Transactional
public class Overview {
    /// A renewal that failed is the beginning of what an account shows later.
    private static final Duration BEFORE_IT_SHOWED = Duration.ofHours(1);

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final AccountRepository accounts;
    private final ConnectionRepository connections;
    private final IncidentRepository incidents;
    private final AlertRepository alerts;
    private final TransitionRepository transitions;
    private final CredentialHistory credentials;
    private final WatchedResources watched;

    Overview(
            AccountRepository accounts,
            ConnectionRepository connections,
            IncidentRepository incidents,
            AlertRepository alerts,
            TransitionRepository transitions,
            CredentialHistory credentials,
            WatchedResources watched) {
        this.accounts = accounts;
        this.connections = connections;
        this.incidents = incidents;
        this.alerts = alerts;
        this.transitions = transitions;
        this.credentials = credentials;
        this.watched = watched;
    }

    /// How many accounts of each platform are how, whatever is searched for.
    public List<AccountCount> counts() {
        return accounts.byPlatform(AccountQuery.all());
    }

    /// One page of the connected accounts, and what the page's groups hold.
    ///
    /// @param counts as [#counts()] gave them
    public AccountSlice accounts(AccountQuery query, List<AccountCount> counts) {
        long matching = (query.narrows() ? accounts.byPlatform(query) : counts)
                .stream().mapToLong(AccountCount::accounts).sum();
        int pages = (int) Math.max(1, (matching + AccountQuery.SIZE - 1) / AccountQuery.SIZE);
        int page = Math.clamp(query.page(), 1, pages);
        List<AccountRow> rows = accounts.page(query, page);
        List<AccountCount> groups = query.grouping()
                .map(by -> accounts.byGroup(
                        query, by, rows.stream().map(row -> group(row, by)).collect(toSet())))
                .orElse(List.of());
        return new AccountSlice(views(rows), matching, page, pages, AccountSlice.byGroup(groups));
    }

    /// Connected accounts, the worst first.
    ///
    /// @param after where the list before ended; empty for the first
    public List<AccountView> accounts(Optional<AccountView> after, int limit) {
        return views(after.flatMap(last -> accounts.connected(last.key().toString()))
                .map(last -> accounts.after(last, limit))
                .orElseGet(() -> accounts.first(limit)));
    }

    /// The first in the order of their names.
    public List<AccountView> accountsByName(int limit) {
        return views(accounts.byName(limit));
    }

    /// Those of these accounts that are connected.
    public List<AccountView> accounts(Collection<AccountKey> keys) {
        return views(accounts.connected(keys.stream().map(AccountKey::toString).toList()));
    }

    public Optional<AccountView> account(AccountKey key) {
        return accounts.connected(key.toString())
                .flatMap(row -> views(List.of(row)).stream().findFirst());
    }

    /// Open incidents, the worst first, then the newest.
    public List<IncidentView> worst(int limit) {
        return incidentViews(incidents.worst(limit));
    }

    public long open() {
        return incidents.count("state", IncidentState.OPEN);
    }

    /// How many match, whatever part is asked for.
    public long count(IncidentQuery query) {
        return incidents.count(query);
    }

    /// In the order that the query asks for.
    public List<IncidentView> incidents(IncidentQuery query) {
        return incidentViews(incidents.list(query));
    }

    /// In the order that the query asks for, and where the list goes on.
    public IncidentSlice slice(IncidentQuery query) {
        return IncidentSlice.of(query, incidents(query.oneMore()));
    }

    /// When the account did not answer as it should, as far as that was not over by then; in no order.
    public List<Outage> outages(AccountView account, Instant since) {
        List<Outage> outages = new ArrayList<>();
        incidents.intervals(account.key().toString(), since).forEach(interval -> outages.add(interval.outage()));
        Optional.ofNullable(account.connection())
                .flatMap(ConnectionView::unwatchedSince)
                .ifPresent(start -> outages.add(Outage.withoutAccess(start)));
        return outages;
    }

    private List<IncidentView> incidentViews(List<IncidentRow> rows) {
        Map<UUID, List<AlertView>> sent =
                alerts.of(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> IncidentView.of(row, sent.getOrDefault(row.id, List.of())))
                .toList();
    }

    public Optional<IncidentView> incident(UUID id) {
        return incidents
                .byId(id)
                .map(row -> IncidentView.of(row, alerts.of(List.of(id)).getOrDefault(id, List.of())));
    }

    /// Since when the parts of the account that work are known to: since a failure was over, or the newest consent.
    public Map<Resource, Instant> workingSince(AccountView account) {
        String key = account.key().toString();
        List<Outage.End> ends = incidents.ends(key);
        return accounts.connected(key)
                .map(row -> account.permissions().stream()
                        .filter(part -> part.state() == PermissionState.WORKING)
                        .map(Permission::resource)
                        .collect(toMap(part -> part, part -> later(row.connectedAt, ends, part))))
                .orElse(Map.of());
    }

    private static Instant later(Instant consent, List<Outage.End> ends, Resource part) {
        return ends.stream()
                .filter(end -> end.concerns(part))
                .map(Outage.End::at)
                .filter(consent::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(consent);
    }

    /// What happened to an incident, oldest first.
    public List<TimelineEntry> timeline(IncidentView incident) {
        List<TimelineEntry> entries = new ArrayList<>();
        transitions.of(incident.id()).forEach(row -> entries.add(TimelineEntry.of(row)));
        incident.alerts().forEach(alert -> entries.add(TimelineEntry.of(alert)));
        repairs(incident).forEach(entries::add);
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    /// What was done to the connection's credentials, where they are the trouble.
    private Stream<TimelineEntry> repairs(IncidentView incident) {
        if (incident.cause().reach() != Cause.Reach.CONNECTION) {
            return Stream.empty();
        }
        Instant end = Optional.ofNullable(incident.resolvedAt()).orElse(END_OF_TIME);
        return accounts.connected(incident.account().toString()).stream()
                .flatMap(row ->
                        credentials.of(row.connectionId, incident.openedAt().minus(BEFORE_IT_SHOWED), end).stream())
                .flatMap(change -> TimelineEntry.of(change).stream());
    }

    private static Object group(AccountRow row, Grouping by) {
        return switch (by) {
            case PLATFORM -> row.platform;
            case BUSINESS -> row.businessName;
            case CONNECTION -> row.connectionId;
        };
    }

    private List<AccountView> views(List<AccountRow> rows) {
        List<String> keys = rows.stream().map(row -> row.key).toList();
        Map<String, List<Failure>> failures =
                incidents.openFailures(keys).stream().collect(groupingBy(Failure::account));
        Map<String, Instant> recoveries = incidents.recoveries(keys).stream()
                .collect(toMap(IncidentRepository.Recovery::account, IncidentRepository.Recovery::at));
        Map<UUID, ConnectionView> standings =
                connections.of(rows.stream().map(row -> row.connectionId).collect(toSet()));
        return rows.stream()
                .map(row -> view(
                        row,
                        failures.getOrDefault(row.key, List.of()),
                        Optional.ofNullable(recoveries.get(row.key)),
                        Optional.ofNullable(standings.get(row.connectionId))))
                .toList();
    }

    private AccountView view(
            AccountRow row, List<Failure> failures, Optional<Instant> recovered, Optional<ConnectionView> connection) {
        AccountKey key = AccountKey.parse(row.key);
        AccountHealth judged = AccountHealth.judge(
                failures,
                watched.of(key.platform(), row.kind),
                recovered.filter(row.connectedAt::isBefore).orElse(row.connectedAt),
                connection.flatMap(ConnectionView::unwatchedSince));
        return new AccountView(
                key,
                key.platform(),
                key.accountId(),
                row.name,
                row.businessName,
                row.kind,
                row.connectionId,
                judged.health(),
                failures.size(),
                judged.since(),
                judged.permissions(),
                connection.orElse(null));
    }
}
